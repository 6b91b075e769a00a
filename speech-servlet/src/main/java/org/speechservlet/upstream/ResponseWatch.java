package org.speechservlet.upstream;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The time that the Speech API has to make progress, which runs only while it is its turn.
 *
 * <p>Confined to its executor.
 */
final class ResponseWatch {

  /** Whose progress is watched. */
  interface Watched {

    /** Whether the Speech API, not the person, is to do something. */
    boolean isUpstreamsTurn();

    /** The time is over. Told once. */
    void timedOut();
  }

  private final Duration limit;
  private final Timers timers;
  private final Executor executor;
  private final Watched watched;

  private long progressNanos;
  private boolean running;
  private Timers.@Nullable Scheduled check;

  ResponseWatch(Duration limit, Timers timers, Executor executor, Watched watched) {
    this.limit = limit;
    this.timers = timers;
    this.executor = executor;
    this.watched = watched;
  }

  void start() {
    running = true;
    progressed();
    checkAfter(limit);
  }

  void stop() {
    running = false;
    if (check != null) {
      check.cancel();
    }
  }

  /** There was progress: the time starts anew. */
  void progressed() {
    progressNanos = timers.nanoTime();
  }

  /** All of it while it is not the Speech API's turn. */
  Duration timeLeft() {
    return watched.isUpstreamsTurn() ? limit.minusNanos(timers.nanoTime() - progressNanos) : limit;
  }

  private void checkAfter(Duration delay) {
    check = timers.schedule(delay, () -> executor.execute(this::check));
  }

  private void check() {
    if (!running) {
      return;
    }
    Duration left = timeLeft();
    if (left.isZero() || left.isNegative()) {
      running = false;
      watched.timedOut();
    } else {
      checkAfter(left);
    }
  }
}
