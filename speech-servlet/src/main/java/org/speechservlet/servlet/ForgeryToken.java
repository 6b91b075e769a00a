package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The token by which Spring Security tells requests of the application's own pages from forged
 * ones. It is asked by reflection, since most applications have no Spring Security.
 *
 * <p>Source: Spring Security's reference, "CSRF", the request attribute {@code _csrf}.
 *
 * @param headerName the header field in which a script sends it
 * @param value a secret between the application and its page
 */
record ForgeryToken(String headerName, String value) {
  private static final String ATTRIBUTE = "_csrf";
  private static final String TYPE = "org.springframework.security.web.csrf.CsrfToken";

  /** The token for the page that is asked for; null where the application wants none. */
  static @Nullable ForgeryToken of(HttpServletRequest request) {
    Object token = request.getAttribute(ATTRIBUTE);
    return token == null ? null : read(token);
  }

  private static @Nullable ForgeryToken read(Object token) {
    try {
      Class<?> type = Class.forName(TYPE, false, token.getClass().getClassLoader());
      return type.isInstance(token)
          ? new ForgeryToken(text(type, "getHeaderName", token), text(type, "getToken", token))
          : null;
    } catch (ReflectiveOperationException e) {
      // Of another kind, or not to be had: the page is worth something without it.
      return null;
    }
  }

  /** The token's own class is not public; its interface is. */
  private static String text(Class<?> type, String method, Object token)
      throws ReflectiveOperationException {
    return String.valueOf(type.getMethod(method).invoke(token));
  }

  @Override
  public String toString() {
    return "ForgeryToken[" + headerName + "]";
  }
}
