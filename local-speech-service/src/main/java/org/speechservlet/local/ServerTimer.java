package org.speechservlet.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The one thread that watches Jetty's times. Unlike Jetty's own timer it can be waited for, so that
 * whoever has stopped the server finds no thread of it. Thread-safe.
 */
final class ServerTimer {
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ScheduledThreadPoolExecutor executor;
  private final Scheduler scheduler;

  /**
   * @param name of its thread
   */
  ServerTimer(String name) {
    this.executor = new ScheduledThreadPoolExecutor(1, task -> thread(task, name));
    executor.setRemoveOnCancelPolicy(true);
    this.scheduler = new ScheduledExecutorScheduler(executor);
  }

  private Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /** The timer as Jetty takes it; Jetty starts and stops it. */
  Scheduler scheduler() {
    return scheduler;
  }

  /** Drops what is planned, and waits until the thread has ended, or the time is over. */
  void stop(Duration patience) throws InterruptedException {
    executor.shutdownNow();
    for (Thread thread : threads) {
      TimeUnit.MILLISECONDS.timedJoin(thread, patience.toMillis());
    }
  }
}
