package org.speechservlet.page;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an operator, once for each kind, why pages have no button. Thread-safe. */
final class PageFindings {
  private static final Logger LOG = LoggerFactory.getLogger(PageFindings.class);

  private final String filterName;
  private final AtomicBoolean hasToldOfCompression = new AtomicBoolean();
  private final AtomicBoolean hasToldOfPolicy = new AtomicBoolean();

  PageFindings(String filterName) {
    this.filterName = filterName;
  }

  /** A page comes in a form in which nothing can be found. */
  void compressed(String page, String coding) {
    if (hasToldOfCompression.compareAndSet(false, true)) {
      LOG.warn(
          "The page {} gets no dictation button, since a filter or servlet behind '{}' compresses it"
              + " (Content-Encoding: {}). If it is a filter, move the <filter-mapping> of '{}' behind"
              + " its own. This is said once.",
          page,
          filterName,
          coding,
          filterName);
    }
  }

  void leftAlone(String page, String reason) {
    LOG.debug("The page {} gets no dictation button: {}.", page, reason);
  }

  /** A page has the button, and a browser will not let it work. */
  void refusedByPolicy(String page, List<String> objections) {
    if (!objections.isEmpty() && hasToldOfPolicy.compareAndSet(false, true)) {
      LOG.warn(
          "The dictation button on the page {} cannot work under its Content-Security-Policy: {}."
              + " This is said once.",
          page,
          String.join("; ", objections));
    }
  }
}
