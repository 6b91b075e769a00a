package org.speechservlet.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How long a token of the Speech service lives. It is ten minutes by its documentation; the claim
 * {@code exp} (RFC 7519, section 4.1.4) can only shorten that. The claim is compared with the
 * service's own clock where its answer has a {@code Date}, so that a wrong clock here does no harm.
 *
 * @param duration the life, counted from before the request
 * @param isExpIgnored whether there is an {@code exp} that makes no sense
 */
record TokenLife(Duration duration, boolean isExpIgnored) {

  static final Duration DOCUMENTED = Duration.ofMinutes(10);

  /** Seconds since 1970 up to the year 5138, as text. */
  private static final double MAX_EXP_SECONDS = 1e11;

  /**
   * Reads a token as far as it can be read.
   *
   * @param token a JWT, or anything else
   * @param serviceDate the service's clock; null if it is not known
   * @param localNow this machine's clock
   */
  static TokenLife of(String token, @Nullable Instant serviceDate, Instant localNow) {
    Instant exp = expOf(token);
    if (exp == null) {
      return new TokenLife(DOCUMENTED, false);
    }
    Duration left = Duration.between(serviceDate == null ? localNow : serviceDate, exp);
    if (left.isNegative() || left.isZero()) {
      return new TokenLife(DOCUMENTED, true);
    }
    return new TokenLife(left.compareTo(DOCUMENTED) < 0 ? left : DOCUMENTED, false);
  }

  /** Returns the expiry of a JWT; null if this is none, or has none that can be read. */
  private static @Nullable Instant expOf(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
      String exp = JsonFields.of(new String(payload, StandardCharsets.UTF_8)).text("exp");
      return exp == null ? null : instant(Double.parseDouble(exp));
    } catch (IllegalArgumentException e) {
      // Neither Base64 nor a number: a token whose life cannot be read is as good as any other.
      return null;
    }
  }

  private static @Nullable Instant instant(double seconds) {
    return seconds > 0 && seconds < MAX_EXP_SECONDS ? Instant.ofEpochSecond((long) seconds) : null;
  }
}
