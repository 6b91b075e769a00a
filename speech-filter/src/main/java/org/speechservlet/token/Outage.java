package org.speechservlet.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed attempts in a row.
 *
 * @param failures how many
 * @param beganAtNanos when the first of them was started
 * @param last why the last of them failed
 * @param lastAt when that was
 */
record Outage(int failures, long beganAtNanos, TokenFailure last, Instant lastAt) {

  /** Returns the outage that an attempt begins or prolongs. */
  static Outage after(@Nullable Outage before, Attempt failed, TokenFailure failure, Instant now) {
    return before == null
        ? new Outage(1, failed.startedAtNanos(), failure, now)
        : new Outage(before.oneMore(), before.beganAtNanos, failure, now);
  }

  private int oneMore() {
    return failures == Integer.MAX_VALUE ? failures : failures + 1;
  }

  /** The operator's sentence for health pages and exceptions. */
  String message() {
    return "The last attempt to get an authorization failed ("
        + last.event()
        + ", attempt "
        + failures
        + "). "
        + last.explanation();
  }
}
