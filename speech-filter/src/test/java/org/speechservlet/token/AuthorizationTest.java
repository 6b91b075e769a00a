package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorizationTest {

  @Test
  void attribute_isNamedAfterTheClass() {
    assertEquals(Authorization.class.getName(), Authorization.ATTRIBUTE);
    assertEquals(TokenSource.class.getName(), TokenSource.ATTRIBUTE);
  }

  @Test
  void applyTo_ofEachKind_setsOneHeaderOrNone() {
    assertEquals(Map.of("Authorization", "Bearer t"), headers(Authorization.bearer("t")));
    assertEquals(Map.of("Ocp-Apim-Subscription-Key", "k"), headers(Authorization.key("k")));
    assertEquals(Map.of(), headers(Authorization.none()));
  }

  @Test
  void equality_isIdentity() {
    assertNotEquals(Authorization.bearer("t"), Authorization.bearer("t"));
  }

  @Test
  void toString_ofEachKind_showsNoSecret() {
    assertEquals("Authorization[Authorization: <set>]", Authorization.bearer("sesame").toString());
    assertFalse(Authorization.key("sesame").toString().contains("sesame"));
    assertEquals("Authorization[none]", Authorization.none().toString());
    assertEquals(
        "AccessToken[value=<6 characters>, lifetime=PT1M]",
        new AccessToken("sesame", Duration.ofMinutes(1)).toString());
    assertFalse(
        new ResourceKey(TokenStatus.KeyInUse.PRIMARY, "sesame").toString().contains("sesame"));
    assertFalse(new TokenAnswer(200, null, null, null, "sesame").toString().contains("sesame"));
    assertFalse(FakeSource.credential("sesame", null).toString().contains("sesame"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "se same", "sesame\r\nX-Injected: 1", "s\u0000esame", "s\u00e9same"})
  void credential_thatCannotStandInAHeader_isRefusedWithoutBeingQuoted(String text) {
    assertRefused(() -> Authorization.bearer(text));
    assertRefused(() -> Authorization.key(text));
    assertRefused(() -> new AccessToken(text, Duration.ofMinutes(1)));
  }

  @Test
  void credential_thatIsTooLong_isRefused() {
    assertRefused(() -> Authorization.bearer("t".repeat(AccessToken.MAX_LENGTH + 1)));
    assertRefused(() -> Authorization.key("k".repeat(1025)));
  }

  @Test
  void token_withoutALife_isRefused() {
    assertRefused(() -> new AccessToken("t", Duration.ZERO));
    assertRefused(() -> new AccessToken("t", Duration.ofSeconds(-1)));
  }

  private static void assertRefused(Runnable action) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action::run);
    assertFalse(String.valueOf(e.getMessage()).contains("same"), e.getMessage());
  }

  private static Map<String, String> headers(Authorization authorization) {
    Map<String, String> headers = new TreeMap<>();
    authorization.applyTo(headers::put);
    return headers;
  }
}
