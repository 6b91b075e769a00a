package org.speechservlet.local.sphinx;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Sphinx's hundreds of lines off the log while its model is loaded, until restored. Only the
 * level of Sphinx's own loggers is raised, and only when the application has not set it.
 */
final class SphinxLogging {

  /** Held, since a logger that nobody holds may be dropped, and its level with it. */
  private final Logger logger = Logger.getLogger("edu.cmu.sphinx");

  private final @Nullable Level before = logger.getLevel();

  private SphinxLogging() {}

  static SphinxLogging quiet() {
    SphinxLogging logging = new SphinxLogging();
    if (logging.before == null) {
      logging.logger.setLevel(Level.SEVERE);
    }
    return logging;
  }

  void restore() {
    logger.setLevel(before);
  }
}
