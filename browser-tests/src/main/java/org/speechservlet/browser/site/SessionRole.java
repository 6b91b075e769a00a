package org.speechservlet.browser.site;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A login as an application may have it: the session knows the one role that its user is in. */
final class SessionRole implements Filter {
  /** The attribute of the session. */
  static final String ATTRIBUTE = "role";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        new HttpServletRequestWrapper((HttpServletRequest) request) {
          @Override
          public boolean isUserInRole(String role) {
            return role.equals(getSession().getAttribute(ATTRIBUTE));
          }
        },
        response);
  }
}
