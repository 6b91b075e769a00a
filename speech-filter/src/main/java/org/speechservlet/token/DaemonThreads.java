package org.speechservlet.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/**
 * Makes daemon threads of one name, and waits until they have really ended: an executor says so a
 * moment earlier, and a container that looks for leaks then still sees them. Thread-safe.
 */
final class DaemonThreads implements ThreadFactory {
  private final String name;
  private final ClassLoader loader;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  DaemonThreads(String name, ClassLoader loader) {
    this.name = name;
    this.loader = loader;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    threads.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
    threads.add(thread);
    return thread;
  }

  /** Waits for the end of each thread; returns whether all have ended. */
  boolean join(Duration limit) {
    boolean haveEnded = true;
    for (Thread thread : threads) {
      haveEnded &= hasEnded(thread, limit);
    }
    return haveEnded;
  }

  private static boolean hasEnded(Thread thread, Duration limit) {
    if (thread.equals(Thread.currentThread())) {
      // It closes what it runs on, and ends right after.
      return true;
    }
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
