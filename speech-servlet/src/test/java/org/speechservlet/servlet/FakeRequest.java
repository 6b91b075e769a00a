package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** A request of which only the header fields matter. */
final class FakeRequest {
  private FakeRequest() {}

  static HttpServletRequest withHeaders(Map<String, String> headers) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(headers);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getHeader")) {
                return fields.get((String) arguments[0]);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
