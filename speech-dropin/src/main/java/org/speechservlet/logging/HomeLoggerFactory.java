package org.speechservlet.logging;

import java.util.function.Supplier;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/**
 * Creates loggers as if the thread belonged to the application that this JAR belongs to.
 *
 * <p>Tomcat's log manager, SLF4J up to 2.0.8 and some of its providers give each thread's context
 * class loader loggers of its own. Here a logger is kept in a static field, so it must be one of
 * the JAR's class loader: the thread that happens to come first may belong to an application that
 * merely shares the JAR, or to none.
 */
final class HomeLoggerFactory implements ILoggerFactory {
  private final ClassLoader home;
  private final ILoggerFactory loggers;

  /**
   * @param home the class loader of this JAR
   * @param loggers chosen at home, too
   */
  HomeLoggerFactory(ClassLoader home, Supplier<ILoggerFactory> loggers) {
    this.home = home;
    this.loggers = atHome(loggers);
  }

  @Override
  public Logger getLogger(String name) {
    return atHome(() -> loggers.getLogger(name));
  }

  private <T> T atHome(Supplier<T> task) {
    Thread thread = Thread.currentThread();
    ClassLoader away = thread.getContextClassLoader();
    thread.setContextClassLoader(home);
    try {
      return task.get();
    } finally {
      thread.setContextClassLoader(away);
    }
  }
}
