package org.speechservlet.local;

import java.time.Duration;
import org.eclipse.jetty.io.Content;

/**
 * Reads and drops the rest of a body after an early answer, so that a client that still sends can
 * read the answer: closing at once would make TCP reset the connection. Gives up after {@value
 * #MAX_BYTES} bytes, after a time, and when the client stalls; the connection is closed then.
 */
final class BodyDrain implements Runnable {

  private static final long MAX_BYTES = 16 * 1024 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(30);

  private final Exchange exchange;
  private final Runnable whenDone;
  private final Duration end;
  private long byteCount;

  private BodyDrain(Exchange exchange, Runnable whenDone) {
    this.exchange = exchange;
    this.whenDone = whenDone;
    this.end = exchange.facts().elapsed().plus(MAX_TIME);
  }

  /** Drops what the client sends, then runs the task. */
  static void start(Exchange exchange, Runnable whenDone) {
    if (exchange.isRestReadable()) {
      new BodyDrain(exchange, whenDone).run();
    } else {
      whenDone.run();
    }
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = exchange.read();
      if (chunk == null) {
        exchange.demand(this);
        return;
      }
      byteCount += chunk.remaining();
      chunk.release();
      if (chunk.isLast() || Content.Chunk.isFailure(chunk) || isEnough()) {
        whenDone.run();
        return;
      }
    }
  }

  private boolean isEnough() {
    return byteCount > MAX_BYTES || exchange.facts().elapsed().compareTo(end) > 0;
  }
}
