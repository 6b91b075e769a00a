package org.speechservlet.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a request must be served on the container's thread, since something before the
 * servlet does not support asynchronous processing (Jakarta Servlet 6.0, section 2.3.3.3). Says so
 * once in the log. Thread-safe.
 */
final class AsyncFallback {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncFallback.class);

  private final AtomicBoolean told = new AtomicBoolean();

  boolean mustBlock(HttpServletRequest request) {
    if (request.isAsyncSupported()) {
      return false;
    }
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "Requests to {} cannot be served asynchronously, so each one holds a thread of the"
              + " container while somebody speaks. {} Add"
              + " <async-supported>true</async-supported> to it, and to the servlet itself.",
          request.getServletPath(),
          suspects(request));
    }
    return true;
  }

  private static String suspects(HttpServletRequest request) {
    ServletContext context = request.getServletContext();
    List<String> filters =
        context.getFilterRegistrations().values().stream()
            .map(filter -> filter.getName() + " (" + filter.getClassName() + ")")
            .sorted()
            .toList();
    String reason = containersReason(request);
    return (reason.isEmpty() ? "" : "The container says: " + reason + ". ")
        + "The cause is a filter in front of the servlet that lacks async support, one of "
        + String.join(", ", filters)
        + ".";
  }

  /** Some containers name the culprit when they refuse. */
  private static String containersReason(HttpServletRequest request) {
    try {
      request.startAsync();
      return "";
    } catch (IllegalStateException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
