package org.speechservlet.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A login as an application may have it: who sends {@code X-Test-User} has that name, and who sends
 * {@code X-Role} is in that role.
 */
final class LoginFilter implements Filter {
  static final String USER = "X-Test-User";
  static final String FIELD = "X-Role";

  LoginFilter() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        new HttpServletRequestWrapper((HttpServletRequest) request) {
          @Override
          public @Nullable Principal getUserPrincipal() {
            String user = getHeader(USER);
            return user == null ? null : () -> user;
          }

          @Override
          public boolean isUserInRole(String role) {
            return role.equals(getHeader(FIELD));
          }
        },
        response);
  }
}
