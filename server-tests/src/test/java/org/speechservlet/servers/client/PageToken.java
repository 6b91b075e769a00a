package org.speechservlet.servers.client;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token by which Spring Security knows requests of the application's own pages, as {@code
 * dictation.js} finds it in a page and sends it.
 *
 * @param header the field in which it is sent
 * @param value what only the page knows
 */
record PageToken(String header, String value) {

  /** Methods that change nothing (RFC 9110, section 9.2.1) go without it. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** The one in a page's {@code <meta>} elements. */
  static PageToken in(String page) {
    return new PageToken(meta(page, "_csrf_header"), meta(page, "_csrf"));
  }

  private static String meta(String page, String name) {
    Matcher meta =
        Pattern.compile("<meta name=\"%s\" content=\"([^\"]+)\"".formatted(name)).matcher(page);
    return Optional.of(meta)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElseThrow(() -> new AssertionError("The page has no meta " + name + ": " + page));
  }

  void addTo(HttpRequest.Builder request) {
    if (!SAFE.contains(request.copy().build().method())) {
      request.setHeader(header, value);
    }
  }
}
