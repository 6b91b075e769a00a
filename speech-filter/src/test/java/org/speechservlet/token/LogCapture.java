package org.speechservlet.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what is logged, with stack traces, until it is closed. Thread-safe. */
final class LogCapture implements AutoCloseable {
  private final Logger logger;
  private final Level levelBefore;
  private final List<LogRecord> records = new ArrayList<>();

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          keep(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private LogCapture(Logger logger, Level level) {
    this.logger = logger;
    this.levelBefore = logger.getLevel();
    logger.setLevel(level);
    logger.addHandler(handler);
  }

  /** Keeps what one class logs at INFO and above. */
  static LogCapture of(Class<?> type) {
    return new LogCapture(Logger.getLogger(type.getName()), Level.INFO);
  }

  /** Keeps whatever anybody logs. */
  static LogCapture ofEverything() {
    return new LogCapture(Logger.getLogger(""), Level.ALL);
  }

  private synchronized void keep(LogRecord record) {
    records.add(record);
    notifyAll();
  }

  /** Waits until a line at one level has come. */
  synchronized void await(Level level) throws InterruptedException {
    while (records.stream().noneMatch(record -> record.getLevel().equals(level))) {
      wait();
    }
  }

  /** The lines at one level. */
  synchronized List<String> lines(Level level) {
    return lines(record -> record.getLevel().equals(level));
  }

  synchronized List<String> lines() {
    return lines(record -> true);
  }

  private List<String> lines(Predicate<LogRecord> wanted) {
    SimpleFormatter formatter = new SimpleFormatter();
    return records.stream().filter(wanted).map(record -> formatter.format(record).strip()).toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setLevel(levelBefore);
  }
}
