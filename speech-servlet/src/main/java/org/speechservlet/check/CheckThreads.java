package org.speechservlet.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A daemon thread for each task, and the end of all of them. Thread-safe. */
public final class CheckThreads implements Executor, AutoCloseable {
  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(2);

  private final String name;
  private final List<Thread> threads = new ArrayList<>();

  /** Starts no thread yet. */
  public CheckThreads(String name) {
    this.name = name;
  }

  @Override
  public synchronized void execute(Runnable task) {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private synchronized List<Thread> threads() {
    return List.copyOf(threads);
  }

  /**
   * Waits until all have ended, for 2 s at most: one that a name server holds ends when that has
   * answered. To be called when what they do was stopped.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + CLOSING_PATIENCE.toNanos();
    try {
      for (Thread thread : threads()) {
        long left = Math.max(1, deadline - System.nanoTime());
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(left, 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
