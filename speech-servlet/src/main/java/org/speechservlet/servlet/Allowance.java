package org.speechservlet.servlet;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.speechservlet.quota.Reservation;

/**
 * How much audio a recognition may take of its user's quotas. Immutable but for what becomes of the
 * reservation.
 */
final class Allowance {
  static final Allowance UNLIMITED = new Allowance(null);

  private final @Nullable Reservation reservation;

  private Allowance(@Nullable Reservation reservation) {
    this.reservation = reservation;
  }

  static Allowance of(Reservation reservation) {
    return new Allowance(reservation);
  }

  /** Returns why so much is too much, or null. */
  @Nullable Problem objection(Duration used) {
    return reservation != null && used.compareTo(reservation.granted()) > 0
        ? QuotaProblems.usedUp(reservation, used)
        : null;
  }

  /** Header fields by which a user learns what is left. */
  Map<String, String> fields(Duration used) {
    return reservation == null ? Map.of() : RateLimitFields.of(reservation.balancesAfter(used));
  }

  /** Tells how much was used in the end. */
  void settle(Duration used) {
    if (reservation != null) {
      reservation.settle(used);
    }
  }
}
