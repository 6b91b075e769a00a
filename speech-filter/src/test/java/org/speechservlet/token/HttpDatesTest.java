package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpDatesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "120,PT2M",
        "0,PT0S",
        "' 7 ',PT7S",
        "999999999,PT277777H46M39S",
        "9999999999,-",
        "-1,-",
        "1.5,-",
        "soon,-",
        "'',-",
        "-,-",
        "'Tue, 24 Nov 2026 12:00:30 GMT',PT30S",
        "'Tue, 24 Nov 2026 12:00:00 GMT',PT0S",
        "'Tue, 24 Nov 2026 11:59:59 GMT',-",
        "'Mon, 24 Nov 2026 12:00:30 GMT',-"
      })
  void retryAfter_inSecondsOrAsADate_isADuration(
      @Nullable String field, @Nullable Duration expected) {
    assertEquals(expected, HttpDates.retryAfter(field, NOW));
  }
}
