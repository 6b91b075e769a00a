package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What lets pages of allowed origins call and read the answers (Fetch, section 3.2). */
final class CrossOriginFields {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private final CrossSitePolicy policy;

  CrossOriginFields(CrossSitePolicy policy) {
    this.policy = policy;
  }

  /** Lets the page that asks read the answer, if its origin is allowed. */
  void add(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Vary", "Origin");
    String origin = policy.allowedOrigin(request);
    if (origin != null) {
      response.setHeader(ALLOW_ORIGIN, origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
      response.setHeader(
          "Access-Control-Expose-Headers",
          "Location, Upload-Complete, Upload-Offset, Upload-Length, Upload-Limit, Upload-Token,"
              + " X-Request-Id, Retry-After");
    }
  }

  /** Answers OPTIONS, a preflight or not: without an allowed origin it allows nothing. */
  void preflight(String methods, HttpServletResponse response) {
    response.setStatus(204);
    response.setHeader("Allow", methods);
    if (response.containsHeader(ALLOW_ORIGIN)) {
      response.setHeader("Access-Control-Allow-Methods", "POST, PATCH, HEAD, DELETE");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Content-Type, Accept, Upload-Complete, Upload-Offset, Upload-Length, Upload-Token");
      response.setHeader("Access-Control-Max-Age", "600");
    }
  }
}
