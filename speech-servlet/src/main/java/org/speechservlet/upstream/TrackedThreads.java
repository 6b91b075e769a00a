package org.speechservlet.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Daemon threads of one owner, numbered, whose end it can wait for. Thread-safe. */
final class TrackedThreads implements ThreadFactory {
  private final String name;
  private final List<Thread> threads = new ArrayList<>();

  TrackedThreads(String name) {
    this.name = name;
  }

  @Override
  public synchronized Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name + "-" + (threads.size() + 1));
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /** Waits until all have ended, or the time is over. */
  void awaitEnd(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (Thread thread : all()) {
      long left = deadline - System.nanoTime();
      if (left > 0) {
        TimeUnit.NANOSECONDS.timedJoin(thread, left);
      }
    }
  }

  private synchronized List<Thread> all() {
    return List.copyOf(threads);
  }
}
