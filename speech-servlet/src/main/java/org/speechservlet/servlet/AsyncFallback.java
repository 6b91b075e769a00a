package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.token.AsyncObstacles;

/**
 * Decides whether a request must be served on the container's thread: since something before the
 * servlet does not support asynchronous processing (Jakarta Servlet 6.0, section 2.3.3.3), or since
 * the container's non-blocking input cannot be relied upon. Says so once in the log. Thread-safe.
 */
final class AsyncFallback {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncFallback.class);

  /**
   * What Open Liberty and WebSphere have in their names. When {@code isReady()} is asked outside of
   * a read event, as it must be after a pause, and the next event comes before {@code isReady()}
   * has noted that it said no, then Liberty (25.0.0.6) waits for an event that never comes.
   */
  private static final String WEBSPHERE = "WebSphere";

  private final AsyncObstacles obstacles;
  private final boolean eventsGetLost;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param serverInfo what the container calls itself
   */
  AsyncFallback(AsyncObstacles obstacles, String serverInfo) {
    this.obstacles = obstacles;
    this.eventsGetLost = serverInfo.contains(WEBSPHERE);
  }

  boolean mustBlock(HttpServletRequest request) {
    if (request.isAsyncSupported() && !eventsGetLost) {
      return false;
    }
    if (told.compareAndSet(false, true)) {
      tell(request);
    }
    return true;
  }

  private void tell(HttpServletRequest request) {
    if (eventsGetLost) {
      LOG.info(
          "This server may lose the event that more of an upload has come, so each recognition"
              + " holds one of its threads while somebody speaks. This is said once.");
    } else {
      LOG.warn(
          "Requests to {} cannot be served asynchronously, so each one holds a thread of the"
              + " container while somebody speaks: <async-supported>true</async-supported> is"
              + " missing at {}, at a token filter, or at the servlet itself. This is said once.",
          request.getServletPath(),
          suspects(request));
    }
  }

  private String suspects(HttpServletRequest request) {
    List<String> filters = obstacles.filtersInFront(request);
    return filters.isEmpty() ? "no filter of the application" : "one of the filters " + filters;
  }
}
