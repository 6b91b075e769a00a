package org.speechservlet.token;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt to get an authorization failed, in an operator's words. Holds no secret.
 *
 * @param event what happened, in a few words without a full stop, such as {@code HTTP 503}
 * @param cause the likely cause, as sentences
 * @param remedy what to do, as sentences
 * @param isPermanent whether trying again soon is of no use
 * @param retryAfter when the service asks to be asked again; null if it does not
 */
public record TokenFailure(
    String event, String cause, String remedy, boolean isPermanent, @Nullable Duration retryAfter) {

  /** Checks that what may not be null is not. */
  public TokenFailure {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(remedy, "remedy");
  }

  /**
   * Tells why the token service cannot be reached, in the words that a renewal has for it.
   *
   * @param tokenUri the token service
   * @param cause what a connection to it failed with
   */
  public static TokenFailure ofConnection(URI tokenUri, IOException cause) {
    return new Diagnosis(CredentialSources.hostOf(tokenUri)).of(TokenEndpoint.noAnswer(cause));
  }

  static TokenFailure passing(String event, String cause, String remedy) {
    return new TokenFailure(event, cause, remedy, false, null);
  }

  static TokenFailure permanent(String event, String cause, String remedy) {
    return new TokenFailure(event, cause, remedy, true, null);
  }

  TokenFailure retryAfter(@Nullable Duration wish) {
    return new TokenFailure(event, cause, remedy, isPermanent, wish);
  }

  /** Returns the failure of a renewal that failed with the one key, and then with the other. */
  TokenFailure afterBothKeys(TokenFailure other) {
    boolean isSame = event.equals(other.event);
    return new TokenFailure(
        isSame
            ? event + " with both keys"
            : event + " with one key, " + other.event + " with the other",
        isSame ? cause : cause + " " + other.cause,
        isSame ? remedy : remedy + " " + other.remedy,
        isPermanent || other.isPermanent,
        retryAfter != null ? retryAfter : other.retryAfter);
  }

  /** Returns the cause and the remedy. */
  public String explanation() {
    return cause + " " + remedy;
  }
}
