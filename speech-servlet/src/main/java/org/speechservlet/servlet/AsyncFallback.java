package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.token.AsyncObstacles;

/**
 * Decides whether a request must be served on the container's thread, since something before the
 * servlet does not support asynchronous processing (Jakarta Servlet 6.0, section 2.3.3.3). Says so
 * once in the log. Thread-safe.
 */
final class AsyncFallback {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncFallback.class);

  private final AsyncObstacles obstacles;
  private final AtomicBoolean told = new AtomicBoolean();

  AsyncFallback(AsyncObstacles obstacles) {
    this.obstacles = obstacles;
  }

  boolean mustBlock(HttpServletRequest request) {
    if (request.isAsyncSupported()) {
      return false;
    }
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "Requests to {} cannot be served asynchronously, so each one holds a thread of the"
              + " container while somebody speaks: <async-supported>true</async-supported> is"
              + " missing at {}, at a token filter, or at the servlet itself. This is said once.",
          request.getServletPath(),
          suspects(request));
    }
    return true;
  }

  private String suspects(HttpServletRequest request) {
    List<String> filters = obstacles.filtersInFront(request);
    return filters.isEmpty() ? "no filter of the application" : "one of the filters " + filters;
  }
}
