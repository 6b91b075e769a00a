package org.speechservlet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a request that is served asynchronously. An answer goes with it; one to a browser that
 * still sends can be flushed before, by a thread of the container's own, since a browser that does
 * not read makes that thread wait. The request ends after that, as its response must not be touched
 * any more then.
 *
 * <p>Thread-safe.
 */
final class EndOfAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfAnswer.class);

  private final AsyncContext context;
  private final HttpServletResponse response;
  private boolean flushing;
  private boolean completed;

  EndOfAnswer(AsyncContext context, HttpServletResponse response) {
    this.context = context;
    this.response = response;
  }

  /**
   * Flushes what was written so far, some time.
   *
   * @throws RuntimeException if the container takes no task any more
   */
  void flush() {
    setFlushing(true);
    try {
      context.start(this::flushNow);
    } catch (RuntimeException e) {
      setFlushing(false);
      throw e;
    }
  }

  /** Ends the request: at once, or when the answer is flushed. */
  void complete() {
    if (!isFlushing()) {
      completeNow();
    }
  }

  private void flushNow() {
    try {
      response.flushBuffer();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A browser was gone before its answer", e);
    } finally {
      if (isCompletedMeanwhile()) {
        completeNow();
      }
    }
  }

  private void completeNow() {
    try {
      context.complete();
    } catch (IllegalStateException e) {
      LOG.debug("The container had completed a request before", e);
    }
  }

  private synchronized void setFlushing(boolean now) {
    flushing = now;
  }

  private synchronized boolean isFlushing() {
    completed = true;
    return flushing;
  }

  private synchronized boolean isCompletedMeanwhile() {
    flushing = false;
    return completed;
  }
}
