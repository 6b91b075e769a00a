package org.speechservlet.local.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.local.HandClock;

final class TokenAuthorityTest {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private final HandClock clock = new HandClock();
  private final TokenAuthority authority = new TokenAuthority(clock, LIFE, new SecureRandom());

  @Test
  void issue_anyTime_carriesTheClaimsOfTheSpeechApi() {
    String[] parts = authority.issue().split("\\.", -1);
    assertEquals("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", decode(parts[0]));
    JsonObject claims = claims(parts[1]);
    assertEquals(
        Set.of(
            "region",
            "subscription-id",
            "product-id",
            "cognitive-services-endpoint",
            "azure-resource-id",
            "scope",
            "aud",
            "iss",
            "jti",
            "exp"),
        claims.keySet());
    assertEquals("urn:ms.cognitiveservices", claims.getString("iss"));
    assertEquals(
        clock.instant().plus(LIFE).getEpochSecond(), claims.getJsonNumber("exp").longValueExact());
  }

  @Test
  void issue_twiceInOneSecond_makesTwoTokens() {
    assertNotEquals(authority.issue(), authority.issue());
  }

  @Test
  void check_ownTokenWithinItsLife_isGood() {
    String token = authority.issue();
    clock.advance(LIFE.minusSeconds(1));
    assertEquals(TokenCheck.GOOD, authority.check(token));
  }

  @Test
  void check_ownTokenAtItsEnd_isExpired() {
    String token = authority.issue();
    clock.advance(LIFE);
    assertEquals(TokenCheck.EXPIRED, authority.check(token));
  }

  @Test
  void check_lifeThatIsNoWholeSecond_isNeverShorterThanPromised() {
    clock.advance(Duration.ofMillis(700));
    String token = authority.issue();
    clock.advance(LIFE.minusMillis(1));
    assertEquals(TokenCheck.GOOD, authority.check(token));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(TokenCheck.EXPIRED, authority.check(token));
  }

  @Test
  void check_tokenOfAnotherAuthority_isForged() {
    TokenAuthority other = new TokenAuthority(clock, LIFE, new SecureRandom());
    assertEquals(TokenCheck.FORGED, authority.check(other.issue()));
  }

  @Test
  void check_longerLifeWrittenIntoTheToken_isForged() {
    String[] parts = authority.issue().split("\\.", -1);
    String claims = decode(parts[1]).replaceFirst("\"exp\":\\d", "\"exp\":9");
    String token = parts[0] + "." + encode(claims) + "." + parts[2];
    assertEquals(TokenCheck.FORGED, authority.check(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "null", "a.b.c", "a b c", "é.é.é"})
  void check_whatIsNoToken_isForged(String text) {
    assertEquals(TokenCheck.FORGED, authority.check(text));
  }

  @Test
  void check_algorithmNone_isForged() {
    String[] parts = authority.issue().split("\\.", -1);
    String token = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
    assertEquals(TokenCheck.FORGED, authority.check(token));
  }

  @Test
  void sign_exampleOfRfc4231_isItsHmac() {
    HmacSha256 hmac = new HmacSha256(ascii("Jefe"));
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        HexFormat.of().formatHex(hmac.sign(ascii("what do ya want for nothing?"))));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static JsonObject claims(String encoded) {
    return Json.createReader(new StringReader(decode(encoded))).readObject();
  }

  private static String decode(String encoded) {
    return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
