package org.speechservlet.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an authorization on the container's thread, where a request cannot wait without one.
 * Only a few do so at a time, so that an outage does not take all threads of the container.
 * Thread-safe.
 */
final class BlockingWait {
  static final int MAX_THREADS = 16;

  /** Beyond the time after which the token manager gives up by itself. */
  private static final Duration TIMEOUT = RenewalLoop.WAIT_LIMIT.plusSeconds(1);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Semaphore threads = new Semaphore(MAX_THREADS);

  /** Returns what a future brings, or says when to ask again. One that is done takes no place. */
  Authorization await(CompletableFuture<Authorization> future) throws TokenUnavailableException {
    if (future.isDone()) {
      return get(future);
    }
    if (!threads.tryAcquire()) {
      throw new TokenUnavailableException(
          MAX_THREADS + " threads wait for a token already.", RETRY_AFTER);
    }
    try {
      return get(future);
    } finally {
      threads.release();
    }
  }

  private static Authorization get(CompletableFuture<Authorization> future)
      throws TokenUnavailableException {
    try {
      return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenUnavailableException("The server is stopping.", RETRY_AFTER);
    } catch (ExecutionException e) {
      throw new TokenUnavailableException("No token has come.", TokenWait.retryAfter(e.getCause()));
    } catch (TimeoutException e) {
      throw new TokenUnavailableException("No token has come in time.", RETRY_AFTER);
    }
  }
}
