package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Timeout;

/** The field Retry-After, whatever it holds. */
class RetryAfterFuzzTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  @Timeout(20)
  @FuzzTest
  void retryAfter_anyText_isAWaitOrNothing(byte[] bytes) {
    String field = new String(bytes, StandardCharsets.ISO_8859_1);
    Duration wait = RetryAfter.parse(field, CLOCK);
    if (wait != null) {
      assertFalse(wait.isNegative(), field);
      assertTrue(wait.compareTo(Duration.ofDays(365)) <= 0, field);
    }
    String digits = field.strip();
    if (digits.matches("[0-9]{1,7}")) {
      assertTrue(wait != null && wait.toSeconds() == Long.parseLong(digits), field);
    }
  }
}
