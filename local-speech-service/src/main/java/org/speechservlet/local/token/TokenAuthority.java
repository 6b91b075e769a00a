package org.speechservlet.local.token;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Issues access tokens, and knows its own again. A token is a JWT (RFC 7519) with the claims that
 * the Speech API's tokens carry: {@code exp} in seconds, no {@code iat}, no {@code nbf}. A serial
 * number in {@code jti} is added, so that two tokens of the same second differ.
 *
 * <p>Thread-safe. The secret is random and lives as long as this object.
 */
public final class TokenAuthority {

  private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
  private static final String REGION = "local";

  private final Clock clock;
  private final Duration tokenLife;
  private final HmacSha256 hmac;
  private final AtomicLong lastSerial = new AtomicLong();

  /**
   * @param clock tells when a token is issued and checked
   * @param tokenLife how long a token is good
   * @param random makes the secret
   */
  public TokenAuthority(Clock clock, Duration tokenLife, SecureRandom random) {
    this.clock = clock;
    this.tokenLife = tokenLife;
    this.hmac = HmacSha256.withNewSecret(random);
  }

  /** A new token, in the compact form of RFC 7515. */
  public String issue() {
    String signed = HEADER + "." + encode(claims().toString());
    return signed + "." + signature(signed);
  }

  /** Tells whether this is a token of this authority, and one that is still good. */
  public TokenCheck check(String token) {
    int lastDot = token.lastIndexOf('.');
    if (lastDot < 0 || !hasSignature(token.substring(0, lastDot), token.substring(lastDot + 1))) {
      return TokenCheck.FORGED;
    }
    String claims = token.substring(token.indexOf('.') + 1, lastDot);
    return clock.millis() < expiryMillis(claims) ? TokenCheck.GOOD : TokenCheck.EXPIRED;
  }

  private JsonObject claims() {
    return Json.createObjectBuilder()
        .add("region", REGION)
        .add("subscription-id", "00000000000000000000000000000000")
        .add("product-id", "SpeechServices.S0")
        .add("cognitive-services-endpoint", "https://api.cognitive.microsoft.com/internal/v1.0/")
        .add(
            "azure-resource-id",
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers"
                + "/Microsoft.CognitiveServices/accounts/local")
        .add("scope", "speechservices")
        .add("aud", "urn:ms.speechservices." + REGION)
        .add("iss", "urn:ms.cognitiveservices")
        .add("jti", Long.toString(lastSerial.incrementAndGet()))
        .add("exp", expirySecond())
        .build();
  }

  /** The first whole second at which the life is over. */
  private long expirySecond() {
    Instant end = clock.instant().plus(tokenLife);
    return end.getNano() == 0 ? end.getEpochSecond() : end.getEpochSecond() + 1;
  }

  private boolean hasSignature(String signed, String signature) {
    return MessageDigest.isEqual(bytes(signature(signed)), bytes(signature));
  }

  private String signature(String signed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.sign(bytes(signed)));
  }

  private static long expiryMillis(String encodedClaims) {
    String claims =
        new String(Base64.getUrlDecoder().decode(encodedClaims), StandardCharsets.UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(claims))) {
      return reader.readObject().getJsonNumber("exp").longValueExact() * 1_000;
    } catch (JsonException e) {
      throw new IllegalStateException("A token with a good signature has broken claims", e);
    }
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(json));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
