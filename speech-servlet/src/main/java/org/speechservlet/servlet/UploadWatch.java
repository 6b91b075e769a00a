package org.speechservlet.servlet;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.Timers;

/**
 * The time that a browser has for its upload: from one byte to the next while bytes are wanted, and
 * altogether. A slow network may take a multiple of what the audio lasts, but not for ever.
 *
 * <p>Confined to its executor.
 */
final class UploadWatch {

  /** Whose upload is watched. */
  interface Watched {

    /** Whether bytes are wanted, so that the browser is to send some. */
    boolean isBrowsersTurn();

    /** The time is over; {@code how} is a sentence for the browser. Told once. */
    void stalled(String how);
  }

  private final ExchangeLimits limits;
  private final Timers timers;
  private final Executor executor;
  private final Watched watched;

  private long startedNanos;
  private long progressNanos;
  private boolean running;
  private Timers.@Nullable Scheduled check;

  UploadWatch(ExchangeLimits limits, Timers timers, Executor executor, Watched watched) {
    this.limits = limits;
    this.timers = timers;
    this.executor = executor;
    this.watched = watched;
  }

  void start() {
    running = true;
    startedNanos = timers.nanoTime();
    progressed();
    checkAfter(limits.uploadIdleTimeout());
  }

  void stop() {
    running = false;
    if (check != null) {
      check.cancel();
    }
  }

  /** Bytes came, or are wanted again: the time to the next ones starts anew. */
  void progressed() {
    progressNanos = timers.nanoTime();
  }

  /** How long the next bytes may stay away; never negative. */
  Duration timeLeft() {
    Duration idle = limits.uploadIdleTimeout().minus(since(progressNanos));
    Duration total = limits.maxUploadTime().minus(since(startedNanos));
    Duration left = idle.compareTo(total) < 0 ? idle : total;
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void checkAfter(Duration delay) {
    check = timers.schedule(delay, () -> executor.execute(this::check));
  }

  private void check() {
    if (!running) {
      return;
    }
    Duration idleLimit = limits.uploadIdleTimeout();
    Duration idle = since(progressNanos);
    if (since(startedNanos).compareTo(limits.maxUploadTime()) >= 0) {
      stalled("The upload took longer than " + limits.maxUploadTime().toSeconds() + " s.");
    } else if (watched.isBrowsersTurn() && idle.compareTo(idleLimit) >= 0) {
      stalled("No bytes came for " + idleLimit.toSeconds() + " s; the upload was given up.");
    } else {
      Duration left = idleLimit.minus(idle);
      checkAfter(left.isNegative() || left.isZero() ? idleLimit : left);
    }
  }

  private void stalled(String how) {
    running = false;
    watched.stalled(how);
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(timers.nanoTime() - nanos);
  }
}
