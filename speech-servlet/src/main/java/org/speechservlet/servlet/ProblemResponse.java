package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends a problem document where there is no upload to look after. */
final class ProblemResponse {
  private ProblemResponse() {}

  static void send(Problem problem, String requestId, HttpServletResponse response)
      throws IOException {
    byte[] body = problem.toJson(requestId).getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.CONTENT_TYPE);
    response.setHeader("Cache-Control", "no-store");
    problem.headers().forEach(response::setHeader);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
