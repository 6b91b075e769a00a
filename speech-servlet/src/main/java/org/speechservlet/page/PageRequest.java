package org.speechservlet.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose asynchronous answer comes by, too: without arguments, {@code startAsync} would
 * hand out the response of the container (Jakarta Servlet 6.0, section 2.3.3.3).
 */
final class PageRequest extends HttpServletRequestWrapper {
  private final PageResponse response;

  PageRequest(HttpServletRequest request, PageResponse response) {
    super(request);
    this.response = response;
  }

  @Override
  public AsyncContext startAsync() {
    return super.startAsync(this, response);
  }
}
