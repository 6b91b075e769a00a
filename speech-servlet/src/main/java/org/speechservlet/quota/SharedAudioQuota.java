package org.speechservlet.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in a cache that several nodes share. An account is a text there, and changes only from
 * what was read, so that no node overwrites what another one has counted. The cache may block, so
 * it is asked on threads of its own. Thread-safe.
 */
final class SharedAudioQuota implements AudioQuota {
  private static final Logger LOG = LoggerFactory.getLogger(SharedAudioQuota.class);

  private static final int THREADS = 2;
  private static final int MAX_WAITING = 1_000;

  /** So many others would have to change one user's account in between. */
  private static final int MAX_TRIES = 100;

  private static final Duration END_PATIENCE = Duration.ofSeconds(2);

  private final Quotas quotas;
  private final SharedTexts texts;
  private final Clock clock;
  private final ThreadPoolExecutor executor;

  /**
   * @param texts is closed with this
   * @param threadName what the names of its threads begin with
   */
  SharedAudioQuota(Quotas quotas, SharedTexts texts, Clock clock, String threadName) {
    this.quotas = quotas;
    this.texts = texts;
    this.clock = clock;
    this.executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(MAX_WAITING),
            task -> {
              Thread thread = new Thread(task, threadName);
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
  }

  @Override
  public CompletableFuture<Reservation> reserve(String user, Duration most) {
    CompletableFuture<Reservation> reservation = new CompletableFuture<>();
    try {
      executor.execute(() -> complete(reservation, user, most));
    } catch (RejectedExecutionException e) {
      reservation.completeExceptionally(
          new IllegalStateException(
              MAX_WAITING + " questions wait for the cache already, or it is closed", e));
    }
    return reservation;
  }

  private void complete(CompletableFuture<Reservation> reservation, String user, Duration most) {
    try {
      reservation.complete(
          update(
              user,
              account ->
                  account.reserve(
                      most, clock.instant(), (granted, used) -> settle(user, granted, used))));
    } catch (RuntimeException | Error e) {
      reservation.completeExceptionally(e);
    }
  }

  private void settle(String user, Duration granted, Duration used) {
    try {
      executor.execute(() -> settleNow(user, granted, used));
    } catch (RejectedExecutionException e) {
      LOG.warn("{} of audio could not be given back: the cache is closed, or too slow", granted);
    }
  }

  private void settleNow(String user, Duration granted, Duration used) {
    try {
      update(
          user,
          account -> {
            account.settle(granted, used, clock.instant());
            return account;
          });
    } catch (RuntimeException e) {
      LOG.warn(
          "{} of audio were not given back to a user's quota, since the cache failed; they come back"
              + " with time",
          granted.minus(used),
          e);
    }
  }

  private <T> T update(String user, Function<AudioAccount, T> change) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      String before = texts.get(user);
      AudioAccount account = account(before);
      T result = change.apply(account);
      if (texts.replace(user, before, AccountText.of(account))) {
        return result;
      }
    }
    throw new IllegalStateException(
        "others changed a user's account " + MAX_TRIES + " times while it was to be changed here");
  }

  private AudioAccount account(@Nullable String text) {
    AudioAccount account = text == null ? null : AccountText.parse(text, quotas);
    if (text != null && account == null) {
      LOG.info("A user's account in the cache is begun anew: it is not one of {}", quotas.all());
    }
    return account != null ? account : AudioAccount.unused(quotas, clock.instant());
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      executor.shutdownNow();
    } finally {
      texts.close();
    }
  }
}
