package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lets pages of allowed origins call and read the answers (Fetch, section 3.2). */
final class CrossOriginFields {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private static final String OWN_HEADERS =
      "Content-Type, Accept, Upload-Complete, Upload-Offset, Upload-Length, Upload-Token";

  /** Names of header fields (RFC 9110, section 5.6.2), as browsers list them. */
  private static final Pattern NAMES =
      Pattern.compile("[\\w!#$%&'*+.^`|~-]++(?: *, *[\\w!#$%&'*+.^`|~-]++)*+");

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
              + " X-Request-Id, Retry-After, RateLimit, RateLimit-Policy");
    }
  }

  /** Answers OPTIONS, a preflight or not: without an allowed origin it allows nothing. */
  void preflight(String methods, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(204);
    response.setHeader("Allow", methods);
    if (response.containsHeader(ALLOW_ORIGIN)) {
      response.setHeader("Access-Control-Allow-Methods", "POST, PATCH, HEAD, DELETE");
      response.setHeader(
          "Access-Control-Allow-Headers",
          allowedHeaders(request.getHeader("Access-Control-Request-Headers")));
      response.setHeader("Access-Control-Max-Age", "600");
    }
  }

  /**
   * Also what the page asks for: a filter in front of the servlet may want a token in a field of
   * its own, and the operator trusts the origin.
   */
  private static String allowedHeaders(@Nullable String requested) {
    boolean isList = requested != null && NAMES.matcher(requested).matches();
    return isList ? OWN_HEADERS + ", " + requested : OWN_HEADERS;
  }
}
