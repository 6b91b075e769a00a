package org.speechservlet.dropin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs as the drop-in's classes do. */
public final class LoggingProbe implements Runnable {
  static final String LOGGER = "org.speechservlet.probe";

  @Override
  public void run() {
    Logger log = LoggerFactory.getLogger(LOGGER);
    log.debug("too fine {}", 1);
    MDC.put("request", "d510");
    log.info("one {} and {}", 1, "two");
    MDC.remove("request");
    log.warn("failed: {}", "why", new IllegalStateException("cause"));
    if (log.isDebugEnabled() || !log.isErrorEnabled()) {
      throw new IllegalStateException("The destination's levels do not count");
    }
  }
}
