package org.speechservlet.servlet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts the recognitions in flight and says no beyond the limits, and after the doors are closed.
 * Thread-safe.
 */
final class AdmissionControl {
  private final int limit;
  private final int limitOfOne;
  private final Map<String, Integer> inFlightByUser = new HashMap<>();
  private int inFlight;
  private boolean closed;

  enum Entry {
    ENTERED,

    /** There are too many of all users, or no more are let in. */
    FULL,

    /** There are too many of this one. */
    FULL_OF_ONE
  }

  /**
   * @param limitOfOne how many of them may be one user's; 0 if there is no such limit
   */
  AdmissionControl(int limit, int limitOfOne) {
    this.limit = limit;
    this.limitOfOne = limitOfOne;
  }

  int limit() {
    return limit;
  }

  synchronized int inFlight() {
    return inFlight;
  }

  /** Takes one in; {@link #leave} must follow if and only if it has entered. */
  synchronized Entry tryEnter(String user) {
    if (closed || inFlight >= limit) {
      return Entry.FULL;
    }
    if (limitOfOne > 0 && !tryEnterOne(user)) {
      return Entry.FULL_OF_ONE;
    }
    inFlight++;
    return Entry.ENTERED;
  }

  private boolean tryEnterOne(String user) {
    int count = inFlightByUser.getOrDefault(user, 0);
    if (count >= limitOfOne) {
      return false;
    }
    inFlightByUser.put(user, count + 1);
    return true;
  }

  synchronized void leave(String user) {
    inFlight--;
    inFlightByUser.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
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
