package org.speechservlet.token;

import java.time.Duration;
import java.util.Objects;

/**
 * A token as its issuer gave it. Immutable. Its text is never printed by {@link #toString()}.
 *
 * @param value what follows {@code Bearer } in the header: visible ASCII (RFC 9110, section 5.5),
 *     at most {@value #MAX_LENGTH} characters
 * @param lifetime how long it is valid, counted from the moment when it was asked for; positive
 */
public record AccessToken(String value, Duration lifetime) {

  /** The longest token taken, in characters; headers beyond that are refused by servers. */
  public static final int MAX_LENGTH = 16 * 1024;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a part is out of its range; the message never shows the
   *     token
   */
  public AccessToken {
    HeaderText.check("a token", value, MAX_LENGTH);
    Objects.requireNonNull(lifetime, "lifetime");
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("a token's lifetime must be positive, but is " + lifetime);
    }
  }

  @Override
  public String toString() {
    return "AccessToken[value=<" + value.length() + " characters>, lifetime=" + lifetime + "]";
  }
}
