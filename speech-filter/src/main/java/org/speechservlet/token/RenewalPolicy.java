package org.speechservlet.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a token is renewed, until when it is handed out, and when a failed renewal is tried
 * again. Pure: it holds no clock and no source of randomness; {@code random} is a number from 0
 * (inclusive) to 1 (exclusive).
 *
 * <pre>
 * age of a token of 10 minutes:
 * 0:00                                5:24..6:00                       9:45  10:00
 *  |------------- fresh ------------------|------------ stale ----------|------|
 *                                         renewal                       no longer handed out
 * </pre>
 *
 * @param renewAfter the age at which a token is renewed unless a share of its life is less
 */
record RenewalPolicy(Duration renewAfter) {

  /** A renewal is due at this share of a token's life at the latest. */
  private static final double RENEWAL_SHARE = 0.6;

  /** By up to this share a renewal comes earlier, so that many servers do not renew at once. */
  private static final double RENEWAL_JITTER = 0.1;

  /**
   * The least time between renewals, so that a source of short tokens is not asked all the time.
   */
  private static final Duration MIN_RENEWAL_AGE = Duration.ofSeconds(1);

  /** How long before its end a token is no longer handed out: it has to reach the Speech API. */
  private static final Duration MAX_MARGIN = Duration.ofSeconds(15);

  private static final int MARGIN_DIVISOR = 10;

  /** Lives are cut to this, which is beyond any {@code renewAfter}. */
  private static final Duration MAX_LIFE = Duration.ofDays(7);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration MAX_RETRY = Duration.ofSeconds(30);
  private static final Duration MIN_RETRY = Duration.ofMillis(500);

  /** A refused key is not mended by asking often; asking often brings a limit of its own. */
  private static final Duration FIRST_PERMANENT_RETRY = Duration.ofSeconds(30);

  private static final Duration MAX_PERMANENT_RETRY = Duration.ofMinutes(2);
  private static final Duration MIN_PERMANENT_RETRY = Duration.ofSeconds(5);

  /** A wish of the service that is longer than this is cut to it. */
  static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(60);

  /** So many tries fit at least into the time in which a token is still needed. */
  private static final int TRIES = 4;

  private static final Duration MAX_ATTEMPT = Duration.ofSeconds(12);
  private static final Duration MIN_ATTEMPT = Duration.ofSeconds(5);

  /** So many tokens in a row are replaced at once when the Speech API refuses them. */
  static final int IMMEDIATE_REPLACEMENTS = 3;

  private static final Duration FIRST_REPLACEMENT_DELAY = Duration.ofSeconds(5);
  private static final Duration MAX_REPLACEMENT_DELAY = Duration.ofMinutes(5);

  /**
   * What is known when a renewal has failed.
   *
   * @param failures consecutive failures, this one included
   * @param isPermanent whether trying again soon is of no use
   * @param tokenLeft for how long the present token is still handed out; zero without one
   * @param waitLeft for how long callers without a token still wait; zero if they do not
   * @param retryAfter what the service asks for; null if nothing
   */
  record FailedRenewal(
      int failures,
      boolean isPermanent,
      Duration tokenLeft,
      Duration waitLeft,
      @Nullable Duration retryAfter) {}

  /** Returns the age at which a token of this life is renewed. */
  Duration renewalAge(Duration life, double random) {
    Duration latest = shorter(renewAfter, scaled(bounded(life), RENEWAL_SHARE));
    Duration age = scaled(latest, 1 - RENEWAL_JITTER * random);
    return shorter(longer(age, MIN_RENEWAL_AGE), usableAge(life));
  }

  /** Returns the life of something that is to be renewed at this age. */
  static Duration lifeRenewedAfter(Duration age) {
    return scaled(age, 1 / RENEWAL_SHARE);
  }

  /** Returns the age from which a token of this life is no longer handed out. */
  static Duration usableAge(Duration life) {
    Duration bounded = bounded(life);
    return bounded.minus(shorter(MAX_MARGIN, bounded.dividedBy(MARGIN_DIVISOR)));
  }

  /** Returns the time from a failed renewal to the next attempt. */
  static Duration retryDelay(FailedRenewal failed, double random) {
    Duration delay = failed.isPermanent() ? permanentDelay(failed) : transientDelay(failed);
    Duration jittered = scaled(delay, 0.5 + 0.5 * random);
    Duration wish = failed.retryAfter();
    return wish == null ? jittered : longer(jittered, shorter(wish, MAX_RETRY_AFTER));
  }

  private static Duration transientDelay(FailedRenewal failed) {
    Duration delay = exponential(FIRST_RETRY, MAX_RETRY, failed.failures());
    Duration needed = longer(failed.tokenLeft(), failed.waitLeft());
    return leavingTries(delay, needed, MIN_RETRY);
  }

  private static Duration permanentDelay(FailedRenewal failed) {
    Duration delay = exponential(FIRST_PERMANENT_RETRY, MAX_PERMANENT_RETRY, failed.failures());
    return leavingTries(delay, failed.tokenLeft(), MIN_PERMANENT_RETRY);
  }

  private static Duration leavingTries(Duration delay, Duration needed, Duration least) {
    return needed.isZero() || needed.isNegative()
        ? delay
        : shorter(delay, longer(needed.dividedBy(TRIES), least));
  }

  /** Returns how long one attempt may take, so that a stalled one leaves time for another. */
  static Duration attemptLimit(Duration tokenLeft) {
    return tokenLeft.isZero() || tokenLeft.isNegative()
        ? MAX_ATTEMPT
        : shorter(MAX_ATTEMPT, longer(tokenLeft.dividedBy(2), MIN_ATTEMPT));
  }

  /**
   * Returns the time from a refusal by the Speech API to the renewal that it causes.
   *
   * @param refusals refusals in a row, this one included
   */
  static Duration replacementDelay(int refusals) {
    return refusals <= IMMEDIATE_REPLACEMENTS
        ? Duration.ZERO
        : exponential(
            FIRST_REPLACEMENT_DELAY, MAX_REPLACEMENT_DELAY, refusals - IMMEDIATE_REPLACEMENTS);
  }

  /** Returns the first delay, doubled for each further one, and at most the cap. */
  static Duration exponential(Duration first, Duration cap, int count) {
    int doublings = Math.max(0, count - 1);
    // Compared before it is multiplied, so that no count overflows.
    if (doublings >= Long.SIZE - 1 || first.toNanos() > cap.toNanos() >> doublings) {
      return cap;
    }
    return Duration.ofNanos(first.toNanos() << doublings);
  }

  private static Duration bounded(Duration life) {
    return shorter(life, MAX_LIFE);
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
