package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.speechservlet.token.AsyncObstacles;

final class AsyncFallbackTest {
  private final LogCapture log = LogCapture.of(AsyncFallback.class);

  @Test
  void mustBlock_whereRequestsSupportAsync_isFalse() {
    AsyncFallback fallback = fallback("jetty/12.1.14");
    assertFalse(fallback.mustBlock(request(true)));
    assertEquals(0, log.messages().size());
  }

  @Test
  void mustBlock_whereReadEventsGetLost_isTrueAndSaidOnce() {
    AsyncFallback fallback = fallback("IBM WebSphere Liberty/25.0.0.6");
    assertTrue(fallback.mustBlock(request(true)));
    assertTrue(fallback.mustBlock(request(true)));
    assertEquals(1, log.messages().size());
  }

  @Test
  void mustBlock_behindAFilterWithoutAsync_isTrueAndSaidOnce() {
    AsyncFallback fallback = fallback("jetty/12.1.14");
    assertTrue(fallback.mustBlock(request(false)));
    assertTrue(fallback.mustBlock(request(false)));
    assertEquals(1, log.messages().size());
    assertTrue(log.messages().get(0).contains("/speech cannot be served asynchronously"));
  }

  private static AsyncFallback fallback(String serverInfo) {
    return new AsyncFallback(new AsyncObstacles(contextWithoutFilters()), serverInfo);
  }

  private static ServletContext contextWithoutFilters() {
    return (ServletContext)
        Proxy.newProxyInstance(
            AsyncFallbackTest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getFilterRegistrations" -> Map.of();
                  case "getClassLoader" -> AsyncFallbackTest.class.getClassLoader();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static HttpServletRequest request(boolean supportsAsync) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            AsyncFallbackTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isAsyncSupported" -> supportsAsync;
                  case "getServletPath" -> "/speech";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
