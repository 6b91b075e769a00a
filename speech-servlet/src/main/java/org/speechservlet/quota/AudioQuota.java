package org.speechservlet.quota;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Internal. Knows how much audio each user may still send. Thread-safe. */
public interface AudioQuota extends AutoCloseable {

  /**
   * Takes audio from a user's quotas.
   *
   * @param user a name that tells one user from another
   * @param most how much is wanted
   * @return what was taken, which the caller settles if it was any; completes on any thread
   */
  CompletableFuture<Reservation> reserve(String user, Duration most);

  /** Ends what it started, within some seconds. */
  @Override
  default void close() {}
}
