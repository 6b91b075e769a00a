package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The log lines of one class while this is open, instead of on the console. */
final class LogCapture extends Handler implements AutoCloseable {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Logger logger;

  LogCapture(Class<?> logging) {
    logger = Logger.getLogger(logging.getName());
    logger.setLevel(Level.INFO);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** The next line, as soon as it is written. */
  String await() throws InterruptedException {
    String line = lines.poll(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertNotNull(line, "Nothing was logged");
    return line;
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(formatter.formatMessage(record));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.setLevel(null);
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
