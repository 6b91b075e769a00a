package org.speechservlet.quota;

import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How much audio one user may still send: a token bucket for each quota. What is asked for is taken
 * before it is sent and given back as far as it was not. Not thread-safe.
 */
final class AudioAccount {
  private final Quotas quotas;
  private final BucketState buckets;

  AudioAccount(Quotas quotas, BucketState buckets) {
    this.quotas = quotas;
    this.buckets = buckets;
  }

  /** One of somebody who has sent nothing. */
  static AudioAccount unused(Quotas quotas, Instant now) {
    return new AudioAccount(
        quotas,
        BucketState.createInitialState(quotas.buckets(), MathType.INTEGER_64_BITS, nanos(now)));
  }

  /** Nodes count together by their clocks; the bucket passes over a clock that goes back. */
  private static long nanos(Instant now) {
    return Math.multiplyExact(now.toEpochMilli(), 1_000_000);
  }

  /**
   * Takes as much as there is.
   *
   * @param most how much is wanted
   * @param settlement is told, once, how much of it was used
   * @return what was granted: nothing if that would be less than is of any use
   */
  Reservation reserve(Duration most, Instant now, Reservation.Settlement settlement) {
    buckets.refillAllBandwidth(nanos(now));
    long useful = Math.min(most.toMillis(), Reservation.LEAST_USEFUL.toMillis());
    long granted = Math.min(most.toMillis(), buckets.getAvailableTokens());
    if (granted < useful) {
      return new Reservation(Duration.ZERO, balances(), settlement);
    }
    buckets.consume(granted);
    return new Reservation(Duration.ofMillis(granted), balances(), settlement);
  }

  /** Gives back what was not used, or takes what was used in excess. */
  void settle(Duration granted, Duration used, Instant now) {
    buckets.refillAllBandwidth(nanos(now));
    long rest = granted.minus(used).toMillis();
    if (rest > 0) {
      buckets.addTokens(rest);
    } else if (rest < 0) {
      buckets.consume(-rest);
    }
  }

  /** Whether it is as if nothing had ever been sent. */
  boolean isFull(Instant now) {
    buckets.refillAllBandwidth(nanos(now));
    return balances().stream().allMatch(balance -> balance.left().equals(balance.quota().audio()));
  }

  private List<Balance> balances() {
    List<Balance> balances = new ArrayList<>();
    for (int i = 0; i < quotas.all().size(); i++) {
      long left = Math.max(0, buckets.getCurrentSize(i));
      balances.add(new Balance(quotas.all().get(i), Duration.ofMillis(left)));
    }
    return balances;
  }

  Quotas quotas() {
    return quotas;
  }

  BucketState buckets() {
    return buckets;
  }
}
