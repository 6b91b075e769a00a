package org.speechservlet.browser.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Pages of an application behind Spring Security, in which {@code ${token}} and {@code ${header}}
 * stand for what it demands; and a login that believes what it is told.
 */
final class OfficePages extends HttpServlet {
  static final String MAPPING = "/cases/*";

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String role = request.getParameter(SessionRole.ATTRIBUTE);
    if (role != null) {
      request.getSession().setAttribute(SessionRole.ATTRIBUTE, role);
    }
    try (InputStream page =
        OfficePages.class.getResourceAsStream("/office" + request.getPathInfo())) {
      if (page == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      CsrfToken token = (CsrfToken) request.getAttribute("_csrf");
      response.setContentType("text/html;charset=UTF-8");
      response
          .getWriter()
          .write(
              new String(page.readAllBytes(), StandardCharsets.UTF_8)
                  .replace("${token}", token.getToken())
                  .replace("${header}", token.getHeaderName()));
    }
  }
}
