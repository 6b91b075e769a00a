package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Timeout;

/** Times in header fields, whatever they hold. */
class HttpDatesFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Timeout(20)
  @FuzzTest
  void time_ofAnyText_isReadOrNot(byte[] bytes) {
    String field = new String(bytes, StandardCharsets.ISO_8859_1);
    Duration wait = HttpDates.retryAfter(field, NOW);
    if (wait != null) {
      assertFalse(wait.isNegative());
      assertNotNull(NOW.plus(wait));
    }
    Instant date = HttpDates.instant(field);
    if (date != null) {
      String written = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
      assertEquals(date, HttpDates.instant(written));
    }
  }
}
