package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenLifeTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static String jwt(String payload) {
    return "eyJhbGciOiJIUzI1NiJ9." + encoded(payload) + ".c2lnbmF0dXJl";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TokenLife lifeOf(String token, @Nullable Instant serviceDate) {
    return TokenLife.of(token, serviceDate, NOW);
  }

  private static TokenLife expiring(String exp) {
    return lifeOf(jwt("{\"iss\":\"urn:ms.cognitiveservices\",\"exp\":" + exp + "}"), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "1700000300, 300",
    "'\"1700000300\"', 300",
    "1700000300.75, 300",
    "1.7000003e9, 300",
    "1700000001, 1",
    "1700000600, 600",
    "1700003600, 600",
  })
  void exp_asNumberOrString_onlyShortensTheLife(String exp, long seconds) {
    assertEquals(new TokenLife(Duration.ofSeconds(seconds), false), expiring(exp));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1700000000", "1699999999", "1"})
  void exp_inThePast_isIgnoredAndSaidSo(String exp) {
    assertEquals(new TokenLife(TokenLife.DOCUMENTED, true), expiring(exp));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "\"soon\"", "-5", "0", "1e400", "1e99", "\"NaN\"", "{}"})
  void exp_thatIsNoTime_leavesTenMinutes(String exp) {
    assertEquals(new TokenLife(TokenLife.DOCUMENTED, false), expiring(exp));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"opaque", "a.b", "a.b.c", "a.!!!.c", "..", "a..c", "a.bnVsbA.c", "a.b.c.d"})
  void token_thatIsNoReadableJwt_livesTenMinutes(String token) {
    assertEquals(new TokenLife(TokenLife.DOCUMENTED, false), lifeOf(token, NOW));
  }

  @Test
  void token_withDeeplyNestedPayload_livesTenMinutes() {
    String token = jwt("[".repeat(100_000));
    assertEquals(TokenLife.DOCUMENTED, lifeOf(token, NOW).duration());
  }

  @Test
  void exp_withWrongClockHere_isComparedWithTheServicesClock() {
    Instant service = NOW.plus(Duration.ofHours(3));
    String token = jwt("{\"exp\":" + service.plusSeconds(120).getEpochSecond() + "}");
    assertEquals(Duration.ofMinutes(2), lifeOf(token, service).duration());
    assertFalse(lifeOf(token, service).isExpIgnored());
  }

  @Test
  void exp_withoutAServiceClock_isComparedWithTheClockHere() {
    String past = jwt("{\"exp\":" + NOW.minusSeconds(1).getEpochSecond() + "}");
    assertTrue(lifeOf(past, null).isExpIgnored());
    assertEquals(TokenLife.DOCUMENTED, lifeOf(past, null).duration());
  }
}
