package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.speechservlet.servlet.Browser.Answer;

/** Reads and writes the header fields of an exchange that do not depend on how it is served. */
final class HttpExchangeFields {
  private HttpExchangeFields() {}

  static boolean expectsContinue(HttpServletRequest request) {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  /** Writes the answer as a whole, into the response's buffer: no thread waits for a reader. */
  static void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    if (!answer.contentType().isEmpty()) {
      response.setContentType(answer.contentType());
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::setHeader);
    if (answer.closeConnection() && request.getProtocol().startsWith("HTTP/1")) {
      response.setHeader("Connection", "close");
    }
    if (response.getBufferSize() <= body.length) {
      response.setBufferSize(body.length + 1); // A full buffer would be flushed.
    }
    if (answer.status() != HttpServletResponse.SC_NO_CONTENT) { // RFC 9110, section 8.6
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
