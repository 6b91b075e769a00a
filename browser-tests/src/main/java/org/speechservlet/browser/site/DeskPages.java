package org.speechservlet.browser.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pages as an application has them that knows nothing of dictation, each under any policy. */
final class DeskPages extends HttpServlet {
  static final String MAPPING = "/cases/*";

  @Serial private static final long serialVersionUID = 1L;

  private static final String POLICY = "policy";

  /** Where a page is found. */
  static String path(String context, String name, String policy) {
    return context
        + MAPPING.replace("*", name)
        + "?"
        + POLICY
        + "="
        + URLEncoder.encode(policy, StandardCharsets.UTF_8);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream page = DeskPages.class.getResourceAsStream("/desk" + request.getPathInfo())) {
      if (page == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setContentType("text/html;charset=UTF-8");
      if (!request.getParameter(POLICY).isEmpty()) {
        response.setHeader("Content-Security-Policy", request.getParameter(POLICY));
      }
      page.transferTo(response.getOutputStream());
    }
  }
}
