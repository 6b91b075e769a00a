package org.speechservlet.servlet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts the recognitions in flight and says no beyond the limit, and after the doors are closed.
 * Thread-safe.
 */
final class AdmissionControl {
  private final int limit;
  private int inFlight;
  private boolean closed;

  AdmissionControl(int limit) {
    this.limit = limit;
  }

  int limit() {
    return limit;
  }

  synchronized int inFlight() {
    return inFlight;
  }

  /** Takes one in; {@link #leave()} must follow if and only if this is true. */
  synchronized boolean tryEnter() {
    if (closed || inFlight >= limit) {
      return false;
    }
    inFlight++;
    return true;
  }

  synchronized void leave() {
    inFlight--;
    notifyAll();
  }

  /**
   * Takes nobody in any more, and waits until all have left.
   *
   * @return false if some are still there after the time
   */
  synchronized boolean close(Duration patience) throws InterruptedException {
    closed = true;
    long deadline = System.nanoTime() + patience.toNanos();
    while (inFlight > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
    }
    return true;
  }
}
