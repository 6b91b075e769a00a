package org.speechservlet.upstream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code Retry-After}: seconds or an HTTP date (RFC 9110, section 10.2.3), in the form
 * that is still to be sent (section 5.6.7).
 */
final class RetryAfter {
  /** Longer than anybody waits; a number with more digits means the same. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final int LONGEST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long to wait from now on, from zero to a year; null if the field is missing or says nothing
   * that can be understood.
   */
  static @Nullable Duration parse(@Nullable String value, Clock clock) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.matches("[0-9]+")) {
      return bounded(
          text.length() > LONGEST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant date = DateUtils.parseStandardDate(text);
    return date == null ? null : bounded(Duration.between(clock.instant(), date));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
