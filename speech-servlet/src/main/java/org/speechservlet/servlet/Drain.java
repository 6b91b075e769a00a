package org.speechservlet.servlet;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.Timers;

/**
 * Reads what a browser still sends and drops it, within bounds: one that writes before it reads
 * would meet a broken connection instead of its answer.
 *
 * <p>Confined to its executor.
 */
final class Drain {
  private static final long MAX_BYTES = 4 * 1024 * 1024;
  private static final Duration MAX_TIME = Duration.ofSeconds(5);
  private static final int READ_BYTES = 8 * 1024;

  private final Browser browser;
  private final Runnable whenOver;
  private final Timers.Scheduled limit;
  private byte @Nullable [] buffer;
  private long drainedBytes;
  private boolean over;

  /**
   * @param whenOver told once, on the executor, unless {@link #cancel()} comes before
   */
  Drain(Browser browser, Executor executor, Timers timers, Runnable whenOver) {
    this.browser = browser;
    this.whenOver = whenOver;
    this.limit = timers.schedule(MAX_TIME, () -> executor.execute(this::end));
  }

  /** Reads what is there; to be called whenever there is something. */
  void pump() {
    try {
      while (!over) {
        int count = browser.read(buffer());
        if (count == Browser.NOTHING_YET) {
          return;
        }
        drainedBytes += Math.max(0, count);
        if (count < 0 || drainedBytes >= MAX_BYTES) {
          end();
        }
      }
    } catch (IOException e) {
      end(); // There is nobody any more to be spared a broken connection.
    }
  }

  private byte[] buffer() {
    byte[] allocated = buffer;
    if (allocated == null) {
      allocated = new byte[READ_BYTES];
      buffer = allocated;
    }
    return allocated;
  }

  private void end() {
    if (!over) {
      cancel();
      whenOver.run();
    }
  }

  void cancel() {
    over = true;
    limit.cancel();
  }
}
