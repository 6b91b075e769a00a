package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Requests that a container lets in while the servlet is not in service. */
final class SpeechServletTest {

  private final Map<String, Object> told = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  @Test
  void request_afterDestroy_isToldToTryAgain() throws Exception {
    SpeechServlet servlet = new SpeechServlet();
    servlet.destroy();

    servlet.service(FakeRequest.withHeaders(Map.of()), response());

    assertEquals(503, told.get("status"));
    assertEquals("10", told.get("Retry-After"));
    String problem = body.toString(StandardCharsets.UTF_8);
    assertTrue(problem.contains("\"type\":\"overloaded\""), problem);
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            SpeechServletTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "setHeader" -> told.put((String) arguments[0], arguments[1]);
                case "setStatus" -> told.put("status", arguments[0]);
                case "setContentType", "setContentLength" -> {}
                case "getOutputStream" -> {
                  return output();
                }
                default -> throw new UnsupportedOperationException(method.getName());
              }
              return null;
            });
  }

  private ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("setWriteListener");
      }

      @Override
      public void write(int octet) {
        body.write(octet);
      }
    };
  }
}
