package org.speechservlet.local.sphinx;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Sphinx4 from telling at INFO, line by line, how it loads and searches. A level that the
 * operator has set himself stays.
 */
final class QuietLogging {
  /** Held, since the logging framework forgets a logger, and its level, that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("edu.cmu.sphinx"), Logger.getLogger("default.config"));

  private QuietLogging() {}

  static void quiet() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
    }
  }
}
