package org.speechservlet.token;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A maintainer's servlet: shows the authorization that it would use. */
class EchoServlet extends HttpServlet { // extended by the one that authorizes itself
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object attribute = request.getAttribute(Authorization.ATTRIBUTE);
    response
        .getWriter()
        .print(
            attribute instanceof Authorization authorization
                ? authorization.headerName() + ": " + authorization.headerValue()
                : "no authorization");
  }

  /** A servlet that asks the token manager itself. */
  static final class SelfAuthorizing extends EchoServlet implements AuthorizesItself {
    private static final long serialVersionUID = 1L;
  }
}
