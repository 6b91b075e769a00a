package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator reads for each answer that is not a token. */
final class DiagnosisTest {
  private static final Diagnosis DIAGNOSIS = new Diagnosis("token.test");

  private static TokenFailure of(int status, String body) {
    return of(status, null, body);
  }

  private static TokenFailure of(int status, @Nullable String location, String body) {
    return DIAGNOSIS.of(new TokenAnswer(status, null, null, location, body), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | '{\"error\":{\"code\":\"BadRequest\",\"message\":\"Please\"}}' | private endpoint",
        "400 | Denied due to Virtual Network/Firewall rules. | Networking",
        "401 | '{\"error\":{\"code\":\"401\",\"message\":\"Access denied\"}}' | another region",
        "401 | '{\"statusCode\":401,\"message\":\"Access denied\"}' | speech.region",
        "401 | '{\"Message\":\"Access denied\"}' | speech.key",
        "401 | '' | Keys and Endpoint",
        "403 | '{\"statusCode\":403,\"message\":\"Out of call volume quota.\"}' | replenished",
        "403 | '{\"error\":{\"code\":\"403\",\"message\":\"Virtual Network/Firewall rules.\"}}'"
            + " | Networking",
        "403 | '{\"error\":{\"code\":\"AuthenticationTypeDisabled\",\"message\":\"No.\"}}'"
            + " | disableLocalAuth",
        "403 | '' | the key is disabled, the quota is used up",
        "404 | '{\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}}'"
            + " | no token service",
        "405 | '' | speech.token-uri",
        "407 | '' | proxy",
        "204 | '' | not a token",
        "200 | two words | not a token",
      })
  void answer_ofAKnownKind_namesCauseAndRemedy(int status, String body, String expected) {
    TokenFailure failure = of(status, body);
    assertTrue(failure.explanation().contains(expected), failure.explanation());
    assertTrue(failure.event().startsWith("HTTP " + status), failure.event());
    assertFalse(failure.remedy().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 407, 410, 302, 308})
  void answer_thatWillNotChangeByItself_isPermanent(int status) {
    assertTrue(of(status, "").isPermanent());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 408, 425, 429, 500, 502, 503, 504, 599})
  void answer_ofServiceInTrouble_isPassing(int status) {
    assertFalse(of(status, "").isPermanent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u0000", "\u009b", "\u2028", "\r\n", "\u202e"})
  void message_thatWouldBreakALine_isQuotedOnOne(String separator) {
    String told = of(500, "before" + separator + "after").explanation();
    assertTrue(told.contains("\"before after\""), told);
  }

  @Test
  void quotaMessage_withItsTime_isQuoted() {
    String body =
        "{\"statusCode\":403,\"message\":\"Out of call volume quota. Quota will be replenished in"
            + " 12.05:30:00.\"}";
    assertTrue(of(403, body).cause().contains("replenished in 12.05:30:00"), of(403, body).cause());
  }

  @Test
  void redirect_anywhere_namesTheHostAndIsNotFollowed() {
    TokenFailure failure = of(302, "https://login.example/x?token=secret", "");
    assertTrue(failure.cause().contains("\"login.example\""), failure.cause());
    assertFalse(failure.cause().contains("secret"));
    assertTrue(of(302, "::: bad :::", "").cause().contains("another address"));
    assertTrue(of(302, null, "").cause().contains("another address"));
  }

  @Test
  void webPage_instead_isTakenForAProxyAndStripped() {
    TokenFailure failure =
        of(403, "<html><script>alert(1)</script><h1>Access\n denied</h1> by gateway</html>");
    assertTrue(failure.cause().contains("It says: \"Access denied by gateway\""), failure.cause());
    assertTrue(failure.remedy().contains("speech.proxy"));
    assertFalse(of(200, "<p>Please sign in</p>").isPermanent());
    assertTrue(of(502, "<h1>Bad gateway</h1>").cause().contains("A proxy in front of token.test"));
  }

  @Test
  void body_withControlCharactersAndLength_isMadeFitForOneLine() {
    String cause = of(401, "line\r\nINFO forged\u001b[31m" + " word".repeat(5000)).cause();
    assertFalse(cause.contains("\n") || cause.contains("\r") || cause.contains("\u001b"), cause);
    assertTrue(cause.length() < 400, cause);
  }

  @Test
  void body_withWhatMayBeASecret_isHidden() {
    String key = "0123456789abcdef0123456789abcdef";
    assertFalse(of(401, "your key " + key + " is wrong").cause().contains(key));
  }

  @Test
  void retryAfter_ofTheAnswer_isKept() {
    TokenAnswer answer = new TokenAnswer(429, null, "7", null, "");
    assertEquals(Duration.ofSeconds(7), DIAGNOSIS.of(answer, Duration.ofSeconds(7)).retryAfter());
  }

  @ParameterizedTest
  @EnumSource(NoAnswerException.Fault.class)
  void exchangeWithoutAnswer_ofAnyKind_namesHostAndRemedy(NoAnswerException.Fault fault) {
    TokenFailure failure = DIAGNOSIS.of(new NoAnswerException(fault, "what the network says"));
    assertTrue(failure.cause().contains("token.test"), failure.cause());
    assertTrue(failure.cause().contains("\"what the network says\""), failure.cause());
    assertFalse(failure.remedy().isEmpty());
    assertEquals(fault == NoAnswerException.Fault.PROXY_REFUSED, failure.isPermanent());
  }

  @Test
  void missingClass_isNamedWithAWayOut() {
    TokenFailure failure =
        Diagnosis.unexpected(new NoClassDefFoundError("jdk/net/Sockets"), "token.test");

    assertEquals("class not usable", failure.event());
    assertTrue(failure.explanation().contains("jdk/net/Sockets"), failure.explanation());
    assertTrue(failure.remedy().contains("jdk.net"), failure.remedy());
  }

  @Test
  void unexpectedFailure_mayHoldASecret_soItsMessageIsNotTold() {
    TokenFailure failure =
        Diagnosis.unexpected(new IllegalStateException("key 0123"), "token.test");

    assertFalse(failure.explanation().contains("0123"), failure.explanation());
  }
}
