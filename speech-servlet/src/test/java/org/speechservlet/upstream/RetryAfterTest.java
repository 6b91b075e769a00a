package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("1994-11-06T08:49:37Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"0, PT0S", "7, PT7S", "' 120 ', PT2M", "007, PT7S"})
  void seconds_areTaken(String value, Duration wait) {
    assertEquals(wait, RetryAfter.parse(value, NOW));
  }

  @Test
  void date_isTaken() {
    assertEquals(Duration.ofSeconds(30), RetryAfter.parse("Sun, 06 Nov 1994 08:50:07 GMT", NOW));
  }

  @Test
  void dateInThePast_isNow() {
    assertEquals(Duration.ZERO, RetryAfter.parse("Sun, 06 Nov 1994 08:00:00 GMT", NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999",
        "999999999",
        "1000000000",
        "Fri, 31 Dec 9999 23:59:59 GMT"
      })
  void hugeWaits_areBoundedInsteadOfIgnored(String value) {
    assertEquals(Duration.ofDays(365), RetryAfter.parse(value, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "1.5", "soon", "Sun, 99 Nov 1994", "\u0661", "1, 2", "0x10"})
  void anythingElse_saysNothing(String value) {
    assertNull(RetryAfter.parse(value, NOW));
  }

  @Test
  void noField_saysNothing() {
    assertNull(RetryAfter.parse(null, NOW));
  }
}
