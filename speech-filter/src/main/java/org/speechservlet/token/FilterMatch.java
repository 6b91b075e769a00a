package org.speechservlet.token;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Says whether a filter is mapped to a request (Jakarta Servlet 6.0, sections 6.2.4 and 12.2). */
final class FilterMatch {
  private FilterMatch() {}

  static boolean matches(FilterRegistration filter, HttpServletRequest request) {
    String servletName = request.getHttpServletMapping().getServletName();
    String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return filter.getServletNameMappings().stream()
            .anyMatch(name -> name.equals("*") || name.equals(servletName))
        || filter.getUrlPatternMappings().stream().anyMatch(pattern -> matches(pattern, path));
  }

  static boolean matches(String pattern, String path) {
    if (pattern.equals("/*") || pattern.equals("/") || pattern.equals(path)) {
      return true;
    }
    if (pattern.endsWith("/*")) {
      String prefix = pattern.substring(0, pattern.length() - "/*".length());
      return path.equals(prefix) || path.startsWith(prefix + "/");
    }
    return pattern.startsWith("*.") && path.endsWith(pattern.substring(1));
  }
}
