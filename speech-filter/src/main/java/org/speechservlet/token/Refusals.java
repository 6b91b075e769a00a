package org.speechservlet.token;

import java.time.Duration;

/**
 * Counts the authorizations in a row that the Speech API refused. A long time without a refusal
 * ends the row. Not thread-safe.
 */
final class Refusals {
  /** More than the longest delay of a replacement, else a row would end by its own delays. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private int count;
  private long lastAtNanos;

  /** Counts one more and returns the count. */
  int add(long nowNanos) {
    boolean isRow = count > 0 && nowNanos - lastAtNanos < QUIET.toNanos();
    count = isRow ? count + 1 : 1;
    lastAtNanos = nowNanos;
    return count;
  }
}
