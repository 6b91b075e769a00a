package org.speechservlet.quota;

import java.time.Duration;

/**
 * Internal. What is left of a quota.
 *
 * @param quota of which
 * @param left audio that may still be sent; not negative
 */
public record Balance(Quota quota, Duration left) {

  /** The same after some audio was given back, or taken if it is negative. */
  Balance plus(Duration audio) {
    Duration sum = left.plus(audio);
    if (sum.isNegative()) {
      return new Balance(quota, Duration.ZERO);
    }
    return new Balance(quota, sum.compareTo(quota.audio()) > 0 ? quota.audio() : sum);
  }

  /** How long it takes until so much is there again, if nothing is sent. */
  Duration until(Duration audio) {
    double missing = (double) audio.minus(left).toMillis() / quota.audio().toMillis();
    return Duration.ofMillis(Math.round(Math.max(0, missing) * quota.window().toMillis()));
  }

  /** How long it takes until the whole quota is there again, if nothing is sent. */
  public Duration untilFull() {
    return until(quota.audio());
  }
}
