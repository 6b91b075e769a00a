package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class ServerTimerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void stop_whileATaskIsSlowToEnd_waitsForTheThread() throws Exception {
    ServerTimer timer = new ServerTimer("timer-under-test");
    timer.scheduler().start();
    CompletableFuture<Thread> running = new CompletableFuture<>();
    timer.scheduler().schedule(() -> endSlowly(running), 0, TimeUnit.MILLISECONDS);
    Thread thread = running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    timer.scheduler().stop();
    assertTrue(thread.isDaemon());
    timer.stop(PATIENCE);
    assertFalse(thread.isAlive());
  }

  /** Goes on for a while after it was interrupted. */
  private static void endSlowly(CompletableFuture<Thread> running) {
    running.complete(Thread.currentThread());
    while (!Thread.interrupted()) {
      LockSupport.park();
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
  }
}
