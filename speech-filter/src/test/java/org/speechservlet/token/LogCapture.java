package org.speechservlet.token;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged while it is open, below one name; everything, for the empty name. */
final class LogCapture implements AutoCloseable {
  private final List<LogRecord> records = new ArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Logger logger;
  private final Level levelBefore;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          synchronized (records) {
            records.add(record);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private LogCapture(String name, Level level) {
    logger = Logger.getLogger(name);
    levelBefore = logger.getLevel();
    logger.setLevel(level);
    handler.setLevel(Level.ALL);
    logger.addHandler(handler);
  }

  static LogCapture of(Class<?> type) {
    return new LogCapture(type.getName(), Level.ALL);
  }

  static LogCapture ofEverything() {
    return new LogCapture("", Level.ALL);
  }

  /** Returns the messages of a level. */
  List<String> messages(Level level) {
    synchronized (records) {
      return records.stream()
          .filter(entry -> entry.getLevel().equals(level))
          .map(formatter::formatMessage)
          .toList();
    }
  }

  List<String> warnings() {
    return messages(Level.WARNING);
  }

  List<String> infos() {
    return messages(Level.INFO);
  }

  /** Returns everything that was logged, stack traces included. */
  String text() {
    synchronized (records) {
      StringBuilder text = new StringBuilder();
      records.forEach(entry -> text.append(formatter.format(entry)));
      return text.toString();
    }
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setLevel(levelBefore);
  }
}
