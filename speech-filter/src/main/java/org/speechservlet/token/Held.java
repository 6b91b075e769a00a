package org.speechservlet.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The authorization that is handed out, with its times. Immutable. Times are nanoseconds of one
 * monotonic clock and are compared by their difference, as {@link System#nanoTime()} asks for.
 */
final class Held {
  private final Credential credential;
  private final long requestedAtNanos;
  private final long renewalAgeNanos;
  private final long usableAgeNanos;
  private final CompletionStage<Authorization> stage;

  /**
   * Takes a credential over.
   *
   * @param requestedAtNanos a time before it was asked for
   * @param renewalAge when it turns stale; null if never
   * @param usableAge when it is no longer handed out; null if never
   */
  Held(
      Credential credential,
      long requestedAtNanos,
      @Nullable Duration renewalAge,
      @Nullable Duration usableAge) {
    this.credential = credential;
    this.requestedAtNanos = requestedAtNanos;
    this.renewalAgeNanos = renewalAge == null ? Long.MAX_VALUE : renewalAge.toNanos();
    this.usableAgeNanos = usableAge == null ? Long.MAX_VALUE : usableAge.toNanos();
    // A stage, not a future: no caller can complete it anew.
    this.stage = CompletableFuture.completedStage(credential.authorization());
  }

  CompletionStage<Authorization> stage() {
    return stage;
  }

  Authorization authorization() {
    return credential.authorization();
  }

  TokenStatus.@Nullable KeyInUse key() {
    return credential.key();
  }

  boolean isUsable(long nowNanos) {
    return nowNanos - requestedAtNanos < usableAgeNanos;
  }

  boolean isStale(long nowNanos) {
    return nowNanos - requestedAtNanos >= renewalAgeNanos;
  }

  boolean hasEnd() {
    return usableAgeNanos != Long.MAX_VALUE;
  }

  Duration age(long nowNanos) {
    return Duration.ofNanos(nowNanos - requestedAtNanos);
  }

  /** Returns for how long it will still be handed out; zero if that is over. */
  Duration usableLeft(long nowNanos) {
    return atLeastZero(usableAgeNanos, nowNanos);
  }

  /** Returns the time until its renewal is due; zero if it is. */
  Duration untilRenewal(long nowNanos) {
    return atLeastZero(renewalAgeNanos, nowNanos);
  }

  private Duration atLeastZero(long ageNanos, long nowNanos) {
    return Duration.ofNanos(Math.max(0, ageNanos - (nowNanos - requestedAtNanos)));
  }
}
