package org.speechservlet.benchmarks.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** What the stand-in says, in whole messages. */
final class Answers {
  private static final long TOKEN_SECONDS = 600;

  static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

  static final byte[] RECOGNIZED =
      ok(
          "application/json; charset=utf-8",
          "{\"RecognitionStatus\":\"Success\",\"Offset\":0,\"Duration\":100000000,"
              + "\"DisplayText\":\"This is what was said.\"}");

  private Answers() {}

  /** A token that looks like the service's: a JWT (RFC 7519) of ten minutes. */
  static byte[] token(Instant now) {
    String claims = "{\"exp\":" + (now.getEpochSecond() + TOKEN_SECONDS) + "}";
    return ok("application/jwt", base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".bench");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ascii(text));
  }

  private static byte[] ok(String type, String body) {
    return ascii(
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
