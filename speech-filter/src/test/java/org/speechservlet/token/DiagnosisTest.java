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

final class DiagnosisTest {
  private static final Diagnosis DIAGNOSIS = new Diagnosis("westus.api.example");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // status | body | permanent | words of the cause | words of the remedy
        "401 | {\"error\":{\"code\":\"401\",\"message\":\"Access denied due to invalid subscription"
            + " key or wrong API endpoint.\"}} | true | another region | speech.region",
        "401 | {\"statusCode\":401,\"message\":\"Access denied due to invalid subscription key.\"}"
            + " | true | It says: \"Access denied due to invalid subscription key.\" | speech.key",
        "401 | Access denied | true | It says: \"Access denied\" | speech.key",
        "401 | - | true | refused the key | Keys and Endpoint",
        "403 | {\"error\":{\"code\":\"AuthenticationTypeDisabled\",\"message\":\"Key based"
            + " authentication is disabled for this resource.\"}} | true | disableLocalAuth |"
            + " TokenSource",
        "403 | {\"statusCode\":403,\"message\":\"Out of call volume quota. Quota will be"
            + " replenished in 2.03:04:05.\"} | true | quota of the resource is used up. It says:"
            + " \"Out of call volume quota. Quota will be replenished in 2.03:04:05.\" | replenished",
        "403 | {\"error\":{\"code\":\"403\",\"message\":\"Access denied due to Virtual"
            + " Network/Firewall rules.\"}} | true | network rule | Networking",
        "400 | {\"error\":{\"code\":\"BadRequest\",\"message\":\"Public access is disabled. Please"
            + " configure private endpoint.\"}} | true | network rule | speech.auth=key",
        "400 | {\"error\":{\"code\":\"BadRequest\",\"message\":\"Please provide a custom"
            + " subdomain\"}} | true | private endpoint | speech.resource-name",
        "400 | - | true | found the request wrong | speech.token-uri",
        "403 | - | true | the key is disabled, the quota is used up, or a network rule |"
            + " Networking",
        "404 | {\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}} | true | no token"
            + " service | speech.token-uri",
        "405 | - | true | no token service | speech.token-uri",
        "407 | - | true | wants credentials | proxy",
        "408 | - | false | trouble of its own | unless it lasts",
        "429 | {\"error\":{\"code\":\"429\",\"message\":\"Too many requests\"}} | false | limits |"
            + " unless it lasts",
        "429 | {\"statusCode\":429,\"message\":\"Rate limit is exceeded.\"} | false | Rate limit is"
            + " exceeded. | unless it lasts",
        "500 | - | false | trouble of its own | unless it lasts",
        "502 | <html><h1>Bad Gateway</h1></html> | false | A proxy in front of | unless it lasts",
        "503 | - | false | trouble of its own | unless it lasts",
        "200 | - | false | not a token | speech.token-uri",
        "200 | {\"token\":\"x\"} | false | not a token | speech.token-uri",
        "200 | <html>Sign in to the guest network</html> | false | \"Sign in to the guest network\""
            + " | speech.proxy",
        "403 | <html>Blocked by policy</html> | true | A web page came | speech.proxy",
        "401 | <!DOCTYPE html><title>Login</title> | true | A web page came | speech.proxy"
      })
  void answer_ofEachKind_hasCauseAndRemedy(
      int status, @Nullable String body, boolean isPermanent, String cause, String remedy) {
    TokenFailure failure = diagnose(status, body == null ? "" : body, null);
    assertTrue(failure.event().startsWith("HTTP " + status), failure.event());
    assertTrue(failure.cause().contains(cause), failure.cause());
    assertTrue(failure.remedy().contains(remedy), failure.remedy());
    assertEquals(isPermanent, failure.isPermanent());
    assertTrue(failure.cause().endsWith("."), failure.cause());
    assertTrue(failure.remedy().endsWith("."), failure.remedy());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://login.example/x?y=1,\"login.example\"",
        "/elsewhere,another address",
        "http://[bad,another address",
        "-,another address"
      })
  void redirect_toAnotherHost_isNamedAndNotFollowed(@Nullable String location, String named) {
    TokenFailure failure = diagnose(302, "", location);
    assertTrue(failure.cause().contains("sends the request on to " + named), failure.cause());
    assertTrue(failure.isPermanent());
  }

  @Test
  void answer_withRetryAfter_carriesIt() {
    TokenAnswer answer = new TokenAnswer(503, null, "7", null, "");
    assertEquals(Duration.ofSeconds(7), DIAGNOSIS.of(answer, Duration.ofSeconds(7)).retryAfter());
  }

  @Test
  void answer_ofGreatLength_isQuotedInPartAndOnOneLine() {
    TokenFailure failure =
        diagnose(500, "line one\r\n\u001b[31mline\u0000two\u2028 " + "long ".repeat(10_000), null);
    assertTrue(failure.cause().contains("\"line one [31mline two long"), failure.cause());
    assertTrue(failure.cause().length() < 300, failure.cause());
    assertFalse(failure.cause().chars().anyMatch(Character::isISOControl));
  }

  @Test
  void answer_withWhatMayBeASecret_isQuotedWithoutIt() {
    String secret = "0123456789abcdef0123456789abcdef";
    TokenFailure failure = diagnose(401, "{\"message\":\"key " + secret + " is not known\"}", null);
    assertTrue(failure.cause().contains("\"key <hidden> is not known\""), failure.cause());
  }

  @Test
  void answer_inDeeplyNestedJson_isDiagnosed() {
    TokenFailure failure = diagnose(401, "{\"a\":".repeat(10_000), null);
    assertTrue(failure.cause().contains("refused the key"), failure.cause());
  }

  @ParameterizedTest
  @EnumSource(NoAnswerException.Fault.class)
  void fault_ofEachKind_hasCauseAndRemedy(NoAnswerException.Fault fault) {
    TokenFailure failure = DIAGNOSIS.of(new NoAnswerException(fault, "what the system says"));
    assertTrue(failure.cause().contains("westus.api.example"), failure.cause());
    assertTrue(
        failure.cause().contains("The network says: \"what the system says\"."), failure.cause());
    assertTrue(failure.remedy().endsWith("."), failure.remedy());
    assertEquals(fault == NoAnswerException.Fault.PROXY_REFUSED, failure.isPermanent());
  }

  @Test
  void bothKeys_refusedAlike_areOneFailure() {
    TokenFailure refused = diagnose(401, "", null);
    TokenFailure both = refused.afterBothKeys(refused);
    assertEquals("HTTP 401 with both keys", both.event());
    assertEquals(refused.cause(), both.cause());
    assertTrue(both.isPermanent());
  }

  @Test
  void bothKeys_failingDifferently_areBothExplained() {
    TokenFailure missing = TokenFailure.passing("key file missing", "A.", "B.");
    TokenFailure both = missing.afterBothKeys(diagnose(403, "", null));
    assertEquals("key file missing with one key, HTTP 403 with the other", both.event());
    assertTrue(both.explanation().contains("A. westus.api.example forbids"), both.explanation());
    assertTrue(both.isPermanent());
  }

  private static TokenFailure diagnose(int status, String body, @Nullable String location) {
    return DIAGNOSIS.of(new TokenAnswer(status, null, null, location, body), null);
  }
}
