package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request of which only the header fields and the login matter. */
final class FakeRequest {
  /** The name under which the address is given, which is no field. */
  static final String REMOTE_ADDRESS = ":remote-address";

  private FakeRequest() {}

  static HttpServletRequest withHeaders(Map<String, String> headers) {
    return of(null, headers);
  }

  /** A field that comes in several lines has them with line feeds between. */
  static HttpServletRequest of(@Nullable String user, Map<String, String> headers) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(headers);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> fields.get((String) arguments[0]);
                  case "getHeaders" -> Collections.enumeration(lines(fields, arguments[0]));
                  case "getRemoteAddr" -> fields.get(REMOTE_ADDRESS);
                  case "getUserPrincipal" -> user == null ? null : (Principal) () -> user;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static List<String> lines(Map<String, String> fields, Object name) {
    String value = fields.get((String) name);
    return value == null ? List.of() : List.of(value.split("\n", -1));
  }
}
