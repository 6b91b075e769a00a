package org.speechservlet.token;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times in header fields (RFC 9110, sections 5.6.7 and 10.2.3). */
final class HttpDates {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  /** A year has four digits. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private HttpDates() {}

  /** Returns the instant in a field such as {@code Date}; null if there is none that is valid. */
  static @Nullable Instant instant(@Nullable String field) {
    if (field == null) {
      return null;
    }
    try {
      Instant instant =
          ZonedDateTime.parse(field.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return instant.isAfter(LATEST) ? null : instant;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * Returns the wait that {@code Retry-After} asks for; null if there is none that is valid.
   *
   * @param now the time to count from, if the field holds a date
   */
  static @Nullable Duration retryAfter(@Nullable String field, Instant now) {
    if (field == null) {
      return null;
    }
    if (SECONDS.matcher(field.strip()).matches()) {
      return Duration.ofSeconds(Long.parseLong(field.strip()));
    }
    Instant until = instant(field);
    return until == null || until.isBefore(now) ? null : Duration.between(now, until);
  }
}
