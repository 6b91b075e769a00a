package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what is delayed until the test lets its time pass. */
final class HandDelayer implements Delayer {

  /**
   * One delayed task.
   *
   * @param delay how long it would have waited
   * @param task what it would have done then
   */
  record Delayed(Duration delay, Runnable task) {

    void letTimePass() {
      task.run();
    }
  }

  private final BlockingQueue<Delayed> delayed = new LinkedBlockingQueue<>();

  @Override
  public void runAfter(Duration delay, Runnable task) {
    delayed.add(new Delayed(delay, task));
  }

  /** The next task, as soon as there is one. */
  Delayed await() throws InterruptedException {
    Delayed next = delayed.poll(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertNotNull(next, "Nothing was delayed");
    return next;
  }
}
