package org.speechservlet.servlet;

import org.slf4j.MDC;

/**
 * Tells the log which request a line is about: while it is written, the id is in SLF4J's mapped
 * diagnostic context. Only so long, since the threads belong to the container.
 */
final class LogContext {
  /** A name that an application hardly uses itself. */
  static final String KEY = "speechRequestId";

  private LogContext() {}

  static void of(String requestId, Runnable line) {
    MDC.put(KEY, requestId);
    try {
      line.run();
    } finally {
      MDC.remove(KEY);
    }
  }
}
