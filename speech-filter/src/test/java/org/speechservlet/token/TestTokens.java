package org.speechservlet.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens as the Speech service makes them, with a signature that nobody checks. */
final class TestTokens {
  private TestTokens() {}

  /** Returns a JWT whose payload is this text. */
  static String withPayload(String payload) {
    return base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + base64(payload) + ".c2lnbmF0dXJl";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
