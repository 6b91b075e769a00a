package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may make a browser send audio here: the application's own, and those whose origin is
 * allowed. A request that no page has caused (curl, a server) has neither of the header fields that
 * tell a browser's, and is served.
 *
 * <p>Sources: Fetch Metadata Request Headers (W3C), {@code Sec-Fetch-Site}; RFC 6454, {@code
 * Origin}.
 */
final class CrossSitePolicy {
  private final Set<String> allowedOrigins;

  CrossSitePolicy(Set<String> allowedOrigins) {
    this.allowedOrigins = Set.copyOf(allowedOrigins);
  }

  boolean permits(HttpServletRequest request) {
    return allowedOrigin(request) != null || isOwn(request);
  }

  /** The request's origin if it is one of those that the operator allowed, else null. */
  @Nullable String allowedOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && allowedOrigins.contains(origin) ? origin : null;
  }

  /** Whether a request comes from no other page than the application's own, allowed or not. */
  boolean isOwnPage(HttpServletRequest request) {
    return isOwn(request);
  }

  private static boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null || isSameHost(origin, request);
  }

  /**
   * Compares host and port only: behind a proxy that ends TLS the scheme is another than the
   * page's.
   */
  private static boolean isSameHost(String origin, HttpServletRequest request) {
    try {
      URI page = URI.create(origin);
      String host = request.getHeader("Host");
      if (page.getHost() == null || host == null) {
        return false;
      }
      URI own = URI.create("//" + host);
      return page.getHost().equalsIgnoreCase(own.getHost())
          && port(page, page.getScheme()) == port(own, page.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(URI uri, String scheme) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(scheme) ? 443 : 80;
  }
}
