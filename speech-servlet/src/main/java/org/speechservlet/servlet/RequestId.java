package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** The id by which an operator finds a request in the log: 32 hexadecimal digits. */
final class RequestId {
  private RequestId() {}

  /** Makes one, and tells the browser. */
  static String tell(HttpServletResponse response) {
    return tell(UUID.randomUUID().toString().replace("-", ""), response);
  }

  /** Tells the browser of one that there was before. */
  static String tell(String id, HttpServletResponse response) {
    response.setHeader("X-Request-Id", id);
    return id;
  }
}
