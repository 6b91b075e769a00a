package org.speechservlet.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request for a page. */
final class FakePageRequest {
  final Map<String, Object> attributes = new HashMap<>();
  final Map<String, @Nullable String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  DispatcherType dispatcherType = DispatcherType.REQUEST;
  String method = "GET";
  private final String contextPath;
  private final String uri;

  FakePageRequest(String contextPath, String uri) {
    this.contextPath = contextPath;
    this.uri = uri;
  }

  HttpServletRequest build() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakePageRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getContextPath" -> contextPath;
                  case "getRequestURI" -> uri;
                  case "getMethod" -> method;
                  case "getDispatcherType" -> dispatcherType;
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "getHeader" -> fields.get((String) arguments[0]);
                  case "isAsyncStarted" -> false;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
