package org.speechservlet.token;

import java.time.Duration;

/** Runs things later. */
interface Scheduler extends AutoCloseable {

  /** Something that may still be called off. */
  @FunctionalInterface
  interface Scheduled {
    /** Calls it off; does nothing if it has run. */
    void cancel();
  }

  /** Runs a task once, after a delay; does nothing once closed. */
  Scheduled schedule(Runnable task, Duration delay);

  @Override
  void close();
}
