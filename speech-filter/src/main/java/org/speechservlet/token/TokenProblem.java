package org.speechservlet.token;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The answer to a request that cannot have an authorization: 503 with {@code Retry-After} and a
 * problem document (RFC 9457). The reasons are for the operator's log, not for a browser.
 */
final class TokenProblem {
  private TokenProblem() {}

  /** Answers a request, unless something has been answered already. */
  static void send(HttpServletResponse response, Duration retryAfter) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    long seconds = wholeSeconds(retryAfter);
    byte[] document = document(seconds).getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", Long.toString(seconds));
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/problem+json");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  /** Rounds up: whoever comes back a moment too early would be sent away again. */
  private static long wholeSeconds(Duration retryAfter) {
    return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
  }

  private static String document(long seconds) {
    return """
        {"type":"token-unavailable","title":"The speech service cannot be used right now",\
        "status":503,"detail":"Try again in %d s."}
        """
        .formatted(seconds);
  }
}
