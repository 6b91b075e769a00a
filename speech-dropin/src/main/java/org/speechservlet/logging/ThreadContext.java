package org.speechservlet.logging;

import java.util.function.Supplier;

/**
 * What a thread belongs to while it calls something.
 *
 * @param loader the context class loader
 */
record ThreadContext(ClassLoader loader) {

  <T> T call(Supplier<T> task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return task.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
