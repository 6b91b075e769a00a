package org.speechservlet.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an application's authorization stands at one moment. Holds no secret; for health pages.
 *
 * @param mode what is sent to the Speech API
 * @param state whether there is an authorization, and how good it is
 * @param age since the present token was asked for, or the present key read; null without one
 * @param timeLeft until the present one is no longer handed out; null without one, and for what
 *     does not end
 * @param keyInUse which of the two keys is in use; null if unknown or none
 * @param lastFailure the last failure, kept after recovery; null if there was none
 * @param consecutiveFailures failures since the last success
 * @param nextAttemptIn until the next renewal or retry; zero while one is in flight; null if none
 *     will come
 */
public record TokenStatus(
    Mode mode,
    State state,
    @Nullable Duration age,
    @Nullable Duration timeLeft,
    @Nullable KeyInUse keyInUse,
    @Nullable Failure lastFailure,
    int consecutiveFailures,
    @Nullable Duration nextAttemptIn) {

  /** Checks that what may not be null is not. */
  public TokenStatus {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(state, "state");
  }

  /** Says whether the next request would be authorized at once. */
  public boolean isUsable() {
    return state == State.FRESH || state == State.STALE;
  }

  /** What is sent to the Speech API. */
  public enum Mode {
    /** A token of the Speech token service. */
    TOKEN,
    /** A token of a {@link TokenSource} of the application. */
    CUSTOM,
    /** The resource's key. */
    KEY,
    /** Nothing. */
    NONE
  }

  /** How good the present authorization is. */
  public enum State {
    /** There has not been one yet. */
    NONE,
    /** It is good. */
    FRESH,
    /** It is handed out, and due for renewal. */
    STALE,
    /** It has ended, or was refused, and no other has come yet. */
    EXPIRED,
    /** The manager was closed. */
    CLOSED
  }

  /** One of the resource's two keys. */
  public enum KeyInUse {
    /** {@code speech.key} or {@code speech.key-file}. */
    PRIMARY,
    /** {@code speech.secondary-key} or {@code speech.secondary-key-file}. */
    SECONDARY
  }

  /**
   * A failed renewal.
   *
   * @param message what happened, the likely cause and the remedy, for an operator
   * @param at when
   */
  public record Failure(String message, Instant at) {
    /** Checks the parts. */
    public Failure {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(at, "at");
    }
  }
}
