package org.speechservlet.local.sphinx;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Sphinx's hundreds of lines off the log while its model is loaded, until restored. Only the
 * level of Sphinx's own loggers is raised, and only when the application has not set it.
 */
final class SphinxLogging {

  /** Sphinx names some of its loggers after the class that inherits from its own. */
  private static final List<String> NAMES =
      List.of("edu.cmu.sphinx", TiedMixtureLoader.class.getName());

  /** Held, since a logger that nobody holds may be dropped, and its level with it. */
  private final List<Logger> raised;

  private SphinxLogging(List<Logger> raised) {
    this.raised = raised;
  }

  static SphinxLogging quiet() {
    List<Logger> raised =
        NAMES.stream().map(Logger::getLogger).filter(logger -> logger.getLevel() == null).toList();
    raised.forEach(logger -> logger.setLevel(Level.SEVERE));
    return new SphinxLogging(raised);
  }

  void restore() {
    raised.forEach(logger -> logger.setLevel(null));
  }
}
