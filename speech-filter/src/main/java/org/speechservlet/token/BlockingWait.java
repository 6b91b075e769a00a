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

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Semaphore threads = new Semaphore(MAX_THREADS);
  private final Duration timeout;

  /**
   * Sets the bound.
   *
   * @param timeout beyond the time after which the token manager gives up by itself
   */
  BlockingWait(Duration timeout) {
    this.timeout = timeout;
  }

  /** Returns what comes, at once if it is there, or says when to ask again. */
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

  private Authorization get(CompletableFuture<Authorization> future)
      throws TokenUnavailableException {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenUnavailableException("The server is stopping.", RETRY_AFTER);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TokenUnavailableException unavailable
          ? unavailable
          : new TokenUnavailableException("No token has come.", RETRY_AFTER);
    } catch (TimeoutException e) {
      throw new TokenUnavailableException(
          "No token has come within " + RenewalLog.seconds(timeout) + ".", RETRY_AFTER);
    }
  }
}
