package org.speechservlet.quota;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts together with the other nodes, and alone while that fails or takes too long: users are
 * neither locked out by a cache that is down, nor without limits. Thread-safe.
 */
final class StandbyAudioQuota implements AudioQuota {
  private static final Logger LOG = LoggerFactory.getLogger(StandbyAudioQuota.class);

  /** A user waits for it before anything is recognized. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AudioQuota shared;
  private final AudioQuota local;
  private final Alarm alarm;
  private final AtomicBoolean isAlone = new AtomicBoolean();

  StandbyAudioQuota(AudioQuota shared, AudioQuota local, Alarm alarm) {
    this.shared = shared;
    this.local = local;
    this.alarm = alarm;
  }

  @Override
  public CompletableFuture<Reservation> reserve(String user, Duration most) {
    CompletableFuture<Reservation> answer = new CompletableFuture<>();
    Runnable cancel =
        alarm.after(
            PATIENCE,
            () ->
                alone(
                    new TimeoutException("no answer in " + PATIENCE.toMillis() + " ms"),
                    user,
                    most,
                    answer));
    var unused =
        shared
            .reserve(user, most)
            .whenComplete(
                (reservation, failure) -> {
                  cancel.run();
                  if (failure != null) {
                    alone(failure, user, most, answer);
                  } else {
                    together(reservation, answer);
                  }
                });
    return answer;
  }

  private void together(@Nullable Reservation reservation, CompletableFuture<Reservation> answer) {
    if (reservation == null) {
      throw new IllegalStateException("completed with neither reservation nor failure");
    }
    if (!answer.complete(reservation)) {
      reservation.settle(Duration.ZERO); // Too late: it was granted here.
    } else if (isAlone.compareAndSet(true, false)) {
      LOG.info("The users' audio is counted together with the other nodes again");
    }
  }

  private void alone(
      Throwable failure, String user, Duration most, CompletableFuture<Reservation> answer) {
    if (isAlone.compareAndSet(false, true)) {
      LOG.warn(
          "The cache that speech.user.cache names does not answer; until it does, this node counts"
              + " its users' audio alone, each with the whole of speech.user.audio-per-hour and"
              + " -per-day. Look at the cache's own log.",
          failure);
    }
    var unused =
        local
            .reserve(user, most)
            .thenAccept(
                reservation -> {
                  if (!answer.complete(reservation)) {
                    reservation.settle(Duration.ZERO);
                  }
                });
  }

  @Override
  public void close() {
    shared.close();
    local.close();
  }
}
