package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String JWT =
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjE1MTYyMzkwMjJ9.s5-_x";

  private final Redaction ofKey =
      Redaction.of(headers -> headers.accept("Ocp-Apim-Subscription-Key", KEY));
  private final Redaction ofToken = Redaction.of(new FakeCredentials.Token("opaque-token"));

  @Test
  void key_isTakenOutWhereverItStands() {
    assertEquals(
        "you sent <credential>, not <credential>!",
        ofKey.apply("you sent " + KEY + ", not " + KEY + "!"));
  }

  @Test
  void token_isTakenOutWithAndWithoutItsScheme() {
    assertEquals(
        "<credential> / <credential>", ofToken.apply("Bearer opaque-token / opaque-token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0123456789abcdef0123456789abcdef", "A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8"})
  void anotherKey_isTakenOutByItsLook(String other) {
    assertEquals("key=<credential>.", ofToken.apply("key=" + other + "."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.hc.core5.http.ConnectionRequestTimeoutException",
        "/speech/recognition/conversation/cognitiveservices/v1",
        "westeurope.stt.speech.microsoft.com:443",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
      })
  void whatIsNoKey_stays(String text) {
    assertEquals(text, ofToken.apply(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "bearer: ", "\"", "token="})
  void somebodyElsesToken_isTakenOutByItsLook(String before) {
    assertFalse(ofKey.apply("GET / " + before + JWT + " HTTP/1.1").contains("eyJ"));
  }

  @Test
  void opaqueBearerToken_isTakenOutByItsScheme() {
    String text = Redaction.of(null).apply("Authorization: Bearer a-long-and-opaque-token");
    assertEquals("Authorization: <credential>", text);
  }

  @Test
  void ordinaryText_isLeftAsItIs() {
    String text = "The bearer token is invalid; access denied due to invalid subscription key.";
    assertEquals(text, ofToken.apply(text));
  }

  @Test
  void quote_isOneLineAndNotLong() {
    assertEquals("a b c d", ofKey.quote("a\r\nb\u2028c\u0085\u202ed\u0000"));
    assertEquals(301, ofKey.quote("x".repeat(1_000)).length());
  }

  @Test
  void quote_cutsAfterTakingOut_soThatNoHalfKeyIsLeft() {
    String quoted = ofKey.quote("x".repeat(290) + KEY);
    assertFalse(quoted.contains(KEY.substring(0, 8)), quoted);
  }

  @Test
  void exception_withCredentialInACause_isDropped() {
    assertNull(ofKey.apply(new IOException("outer", new IOException("got " + KEY))));
  }

  @Test
  void exception_withoutCredential_isKept() {
    IOException clean = new IOException("Connection reset", new IOException("inner"));
    assertSame(clean, ofKey.apply(clean));
  }

  @Test
  void exception_thatIsItsOwnCause_doesNotLoopForever() {
    IOException first = new IOException("first");
    IOException second = new IOException("second", first);
    first.initCause(second);
    assertNull(ofKey.apply(first));
  }

  @Test
  void credentialThatThrows_redactsByLookOnly() {
    Redaction redaction =
        Redaction.of(
            headers -> {
              throw new IllegalStateException("vault closed");
            });
    assertEquals("<credential>", redaction.apply(JWT));
  }

  @Test
  void credentialWithoutFields_redactsByLookOnly() {
    assertEquals("text", Redaction.of(headers -> {}).apply("text"));
  }
}
