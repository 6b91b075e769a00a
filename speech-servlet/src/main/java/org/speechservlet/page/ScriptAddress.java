package org.speechservlet.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a page finds {@code dictation.js}.
 *
 * @param relative from the page's own address: right also behind a proxy that adds or strips a
 *     prefix, but not below a {@code <base>}
 * @param absolute from the server's root, as this application sees it
 */
record ScriptAddress(String relative, String absolute) {
  private static final String SCRIPT = "/dictation.js";

  /**
   * The address for the page that a request leads to.
   *
   * @param speechPath the speech servlet's mapping without its {@code /*}, within the context
   */
  static ScriptAddress of(HttpServletRequest request, String speechPath) {
    String page = pageUri(request);
    String script = encoded(speechPath) + SCRIPT;
    return new ScriptAddress(
        relative(page, request.getContextPath(), script), request.getContextPath() + script);
  }

  /** What the browser asked for, whatever it was dispatched to since then; still encoded. */
  private static String pageUri(HttpServletRequest request) {
    String original =
        switch (request.getDispatcherType()) {
          case FORWARD -> RequestDispatcher.FORWARD_REQUEST_URI;
          case ERROR -> RequestDispatcher.ERROR_REQUEST_URI;
          case ASYNC -> AsyncContext.ASYNC_REQUEST_URI;
          case REQUEST, INCLUDE -> "";
        };
    return request.getAttribute(original) instanceof String uri ? uri : request.getRequestURI();
  }

  /**
   * Up from the page's folder to the context's. Each slash is one step, as it is for a browser,
   * even if two of them stand together. The context may be asked for without its slash: then its
   * own last segment is to be repeated.
   */
  private static String relative(String page, String contextPath, String script) {
    long depth = slashes(page) - slashes(contextPath) - 1;
    if (depth < 0) {
      return "." + page.substring(page.lastIndexOf('/')) + script;
    }
    return depth == 0 ? "." + script : "../".repeat((int) depth) + script.substring(1);
  }

  private static long slashes(String path) {
    return path.chars().filter(unit -> unit == '/').count();
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path + " is no path", e);
    }
  }
}
