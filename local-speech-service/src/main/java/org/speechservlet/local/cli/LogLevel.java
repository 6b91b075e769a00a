package org.speechservlet.local.cli;

import java.util.logging.Level;

/** How much the command logs. */
enum LogLevel {
  OFF,
  WARN,
  /** One line a request; libraries tell what is wrong only. */
  INFO,
  /** Jetty's and the recognizer's reports, too. */
  DEBUG;

  /** The level of this project's loggers. */
  Level own() {
    return switch (this) {
      case OFF -> Level.OFF;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }

  /** The level of all others. */
  Level libraries() {
    return switch (this) {
      case OFF -> Level.OFF;
      case WARN, INFO -> Level.WARNING;
      case DEBUG -> Level.INFO;
    };
  }
}
