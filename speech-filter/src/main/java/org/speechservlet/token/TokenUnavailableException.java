package org.speechservlet.token;

import java.time.Duration;
import java.util.Objects;

/**
 * Says that no authorization can be had now. The message is for an operator: what happened, the
 * likely cause and the remedy. It holds no secret, but it is not for a browser either.
 */
public final class TokenUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  TokenUnavailableException(String message, Duration retryAfter) {
    super(message, null, false, false);
    this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** Returns the time until the next attempt to get a token: when asking again makes sense. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
