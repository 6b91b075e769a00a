package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** How a page of the application answers. */
@FunctionalInterface
interface OwnPage {
  void answer(HttpServletRequest request, HttpServletResponse response) throws Exception;

  default HttpServlet servlet() {
    return new HttpServlet() {
      @Serial private static final long serialVersionUID = 1L;

      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        try {
          answer(request, response);
        } catch (IOException e) {
          throw e;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }
}
