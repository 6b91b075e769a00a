package org.speechservlet.upstream;

import java.time.Duration;

/** Time for one web application: what it is now, and what is to happen later. Thread-safe. */
public interface Timers {

  /** A task that was scheduled. */
  interface Scheduled {

    /** Makes sure that the task does not start any more. Harmless if it has run. */
    void cancel();
  }

  /** Elapsed time in nanoseconds from an arbitrary origin; never goes back. */
  long nanoTime();

  /** Runs a short task, that never blocks, once the delay is over. */
  Scheduled schedule(Duration delay, Runnable task);
}
