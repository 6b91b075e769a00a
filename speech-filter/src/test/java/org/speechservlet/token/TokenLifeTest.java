package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenLifeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"%d", "\"%d\"", "%d.0", "%d.9"})
  void exp_asNumberOrString_shortensTheLife(String form) {
    assertEquals(life(20, false), read(payload(form, NOW.plusSeconds(20)), null, NOW));
  }

  @Test
  void exp_beyondTheDocumentedLife_doesNotProlongIt() {
    assertEquals(life(600, false), read(payload("%d", NOW.plusSeconds(3600)), null, NOW));
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -605, -300, 300, 605, 86_400})
  void exp_withAWrongClockHere_isComparedWithTheServicesClock(long aheadSeconds) {
    assertEquals(
        life(120, false),
        read(payload("%d", NOW.plusSeconds(120)), NOW, NOW.plusSeconds(aheadSeconds)));
  }

  @Test
  void exp_thatHasPassed_isIgnoredAndSaidSo() {
    String token = payload("%d", NOW.minusSeconds(1));
    assertEquals(life(600, true), read(token, null, NOW));
    assertEquals(life(600, true), read(token, NOW, NOW));
    assertEquals(life(600, true), read(payload("%d", NOW), null, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"exp\":null}",
        "{\"exp\":true}",
        "{\"exp\":\"soon\"}",
        "{\"exp\":\"NaN\"}",
        "{\"exp\":-1}",
        "{\"exp\":0}",
        "{\"exp\":1e30}",
        "{\"exp\":1e999999999}",
        "{\"exp\":[1545210030]}",
        "{\"exp\":",
        "[]",
        "",
        "not JSON"
      })
  void payload_withoutAUsableExp_meansTheDocumentedLife(String payload) {
    assertEquals(life(600, false), read(TestTokens.withPayload(payload), null, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.b.c", "..", "a.!!!.c", "a.b.c.d", "aad#id#x.y.z"})
  void token_thatIsNoJwt_hasTheDocumentedLife(String token) {
    assertEquals(life(600, false), read(token, null, NOW));
  }

  private static TokenLife read(String token, @Nullable Instant serviceDate, Instant localNow) {
    return TokenLife.of(token, serviceDate, localNow);
  }

  private static String payload(String form, Instant exp) {
    String claim = form.replace("%d", Long.toString(exp.getEpochSecond()));
    return TestTokens.withPayload("{\"aud\":\"urn:ms.speech\",\"exp\":" + claim + "}");
  }

  private static TokenLife life(long seconds, boolean isExpIgnored) {
    return new TokenLife(Duration.ofSeconds(seconds), isExpIgnored);
  }
}
