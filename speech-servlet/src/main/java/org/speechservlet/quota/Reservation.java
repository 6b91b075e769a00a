package org.speechservlet.quota;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Internal. Audio that a user may send now, taken from the user's quotas; or none. Thread-safe. */
public final class Reservation {
  /** What is worth a start: a phrase. */
  static final Duration LEAST_USEFUL = Duration.ofSeconds(5);

  private final Duration granted;
  private final List<Balance> balances;
  private final Settlement settlement;
  private final AtomicBoolean isSettled = new AtomicBoolean();

  /** Where an account learns what became of a grant. */
  interface Settlement {
    void settle(Duration granted, Duration used);
  }

  /**
   * Tells of a grant, or of a refusal.
   *
   * @param granted zero if there is too little
   * @param balances what is left besides
   */
  Reservation(Duration granted, List<Balance> balances, Settlement settlement) {
    this.granted = granted;
    this.balances = List.copyOf(balances);
    this.settlement = settlement;
  }

  /** Whether there is any. */
  public boolean isGranted() {
    return !granted.isZero();
  }

  /** How much. */
  public Duration granted() {
    return granted;
  }

  /** What is left of each quota once so much of this was used and the rest was given back. */
  public List<Balance> balancesAfter(Duration used) {
    return balances.stream().map(balance -> balance.plus(granted.minus(used))).toList();
  }

  /** The quotas of which too little for a phrase is left then. */
  public List<Quota> exhaustedAfter(Duration used) {
    return balancesAfter(used).stream()
        .filter(balance -> balance.left().compareTo(LEAST_USEFUL) < 0)
        .map(Balance::quota)
        .toList();
  }

  /** How long it takes from then on until there is enough for a phrase. */
  public Duration retryAfter(Duration used) {
    return balancesAfter(used).stream()
        .map(balance -> balance.until(LEAST_USEFUL))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Gives back what was not used. The first call counts; may go on in the background. */
  public void settle(Duration used) {
    if (isGranted() && isSettled.compareAndSet(false, true)) {
      settlement.settle(granted, used);
    }
  }
}
