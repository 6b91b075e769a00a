package org.speechservlet.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that will happen, or nothing. Not thread-safe. */
final class Alarm {
  private final Surroundings around;
  private Scheduler.@Nullable Scheduled scheduled;
  private long atNanos;

  Alarm(Surroundings around) {
    this.around = around;
  }

  /** Puts this in the place of whatever was set before. */
  void set(Duration delay, Runnable task) {
    cancel();
    atNanos = around.nanoTime().getAsLong() + delay.toNanos();
    scheduled = around.scheduler().schedule(task, delay);
  }

  /** Does the same unless something is set that comes earlier. */
  void setIfEarlier(Duration delay, Runnable task) {
    Duration left = left(around.nanoTime().getAsLong());
    if (left == null || delay.compareTo(left) < 0) {
      set(delay, task);
    }
  }

  void cancel() {
    if (scheduled != null) {
      scheduled.cancel();
      scheduled = null;
    }
  }

  /** Returns the time until it happens, zero if it is due; null if nothing is set. */
  @Nullable Duration left(long nowNanos) {
    return scheduled == null ? null : Duration.ofNanos(Math.max(0, atNanos - nowNanos));
  }
}
