package org.speechservlet.fault;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How far a recognition has come, for those at its two ends. Thread-safe. */
final class Course {
  /** Longer than anything takes on a busy machine. */
  static final int PATIENCE_SECONDS = 30;

  private int heardBytes = -1;
  private boolean struck;
  private boolean released;

  /** The Speech API has got a request, and heard so much of its audio. */
  synchronized void heard(int bytes) {
    heardBytes = Math.max(heardBytes, bytes);
    notifyAll();
  }

  /** The fault has happened. */
  synchronized void struck() {
    struck = true;
    notifyAll();
  }

  /** Whoever waits for the other end need not wait any more. */
  synchronized void release() {
    released = true;
    notifyAll();
  }

  synchronized boolean isReleased() {
    return released;
  }

  /** Whether so much was heard, or will never be. */
  synchronized boolean hasHeard(int bytes) {
    return heardBytes >= bytes || struck;
  }

  synchronized void awaitRelease() throws InterruptedException {
    await(() -> released);
  }

  /** Waits until the Speech API has got a request. */
  synchronized void awaitRequest() throws InterruptedException {
    await(() -> heardBytes >= 0);
  }

  private synchronized void await(BooleanSupplier isReached) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isReached.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("the other end did not come so far");
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
    }
  }
}
