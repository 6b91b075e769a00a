package org.speechservlet.local.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends java.util.logging, on which SLF4J is bound here, to the console in one line a record. */
final class ConsoleLog {

  private static final String OWN_LOGGERS = "org.speechservlet";
  private static final String FORMAT_PROPERTY = "java.util.logging.SimpleFormatter.format";
  private static final String FORMAT = "%1$tF %1$tT.%1$tL %4$s %5$s%6$s%n";

  /** Held here, since the log manager forgets the levels of loggers that nobody holds. */
  private static final Logger OWN = Logger.getLogger(OWN_LOGGERS);

  private ConsoleLog() {}

  /** Leaves a configuration file that the operator gave in force. */
  static void configure(LogLevel level) {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    if (System.getProperty(FORMAT_PROPERTY) == null) {
      System.setProperty(FORMAT_PROPERTY, FORMAT);
    }
    Logger root = Logger.getLogger("");
    root.setLevel(level.libraries());
    OWN.setLevel(level.own());
    for (Handler handler : root.getHandlers()) {
      handler.setLevel(Level.ALL);
    }
  }
}
