package org.speechservlet.servlet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What anybody in this JVM logs while a test listens, every logger at its finest: as it would stand
 * in a file, stack traces and all. Thread-safe.
 */
final class EverythingLogged extends Handler implements AutoCloseable {

  /**
   * One entry.
   *
   * @param logger whose it is
   * @param text with its parameters and its stack trace
   */
  record Entry(String logger, String text) {}

  private final Logger root = Logger.getLogger("");
  private final Map<Logger, @Nullable Level> levels = new HashMap<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final List<Entry> entries = new ArrayList<>();

  EverythingLogged() {
    for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
      Logger logger = Logger.getLogger(name);
      levels.put(logger, logger.getLevel());
      logger.setLevel(logger.equals(root) ? Level.ALL : null);
    }
    setLevel(Level.ALL);
    root.addHandler(this);
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    entries.add(new Entry(String.valueOf(entry.getLoggerName()), formatter.format(entry)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    levels.forEach(Logger::setLevel);
  }
}
