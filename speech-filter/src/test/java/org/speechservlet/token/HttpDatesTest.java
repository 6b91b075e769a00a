package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDatesTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "' 120 ', PT2M",
    "999999999, PT999999999S",
    "'Sun, 06 Nov 1994 08:49:47 GMT', PT10S",
    "'Sun, 06 Nov 1994 08:49:37 GMT', PT0S",
  })
  void retryAfter_inEitherForm_isRead(String field, Duration wait) {
    assertEquals(wait, HttpDates.retryAfter(field, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-1",
        "1.5",
        "99999999999999999999",
        "Sun, 06 Nov 1994 08:49:36 GMT",
        "Mon, 06 Nov 1994 08:49:47 GMT",
        "Sun, 99 Nov 1994 08:49:47 GMT",
        "3 Jun 21080 1:05:30 +0200",
      })
  void retryAfter_thatIsInvalidOrPast_isNone(String field) {
    assertNull(HttpDates.retryAfter(field, NOW));
  }

  @Test
  void date_thatIsMissing_isNone() {
    assertNull(HttpDates.instant(null));
    assertNull(HttpDates.retryAfter(null, NOW));
    assertEquals(NOW, HttpDates.instant("Sun, 06 Nov 1994 08:49:37 GMT"));
  }
}
