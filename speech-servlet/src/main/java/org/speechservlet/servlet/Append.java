package org.speechservlet.servlet;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.upstream.Timers;

/**
 * One request that brings bytes of an upload: the one that created it, or a PATCH.
 *
 * <pre>
 *   NEW --startReading--> read --finish--> its rest is drained --> over
 *    |------- finish, discard ---------------^                      ^
 *    |------- supersede, abort -------------------------------------|
 * </pre>
 *
 * Confined to its executor, but for what {@link Browser.Listener} has and {@link #abort}.
 */
final class Append implements Browser.Listener {
  static final String CONTENT_TYPE = "application/partial-upload";

  private static final Logger LOG = LoggerFactory.getLogger(Append.class);

  private final UploadFields fields;
  private final Browser browser;
  private final Executor executor;
  private final Timers timers;

  private @Nullable Reader reader;
  private @Nullable Drain drain;
  private @Nullable Runnable whenOver;
  private long takenBytes;
  private boolean started;
  private boolean ended;
  private boolean answered;
  private boolean over;

  /** Who reads the content. */
  interface Reader {

    /** There is something to read, or the end. */
    void readable();

    /** The rest will not come. */
    void cut(Append append, Throwable cause);
  }

  Append(UploadFields fields, Browser browser, Executor executor, Timers timers) {
    this.fields = fields;
    this.browser = browser;
    this.executor = executor;
    this.timers = timers;
  }

  Executor executor() {
    return executor;
  }

  UploadFields fields() {
    return fields;
  }

  /** How long its content is, or -1. */
  long announcedBytes() {
    return browser.announcedBytes();
  }

  long takenBytes() {
    return takenBytes;
  }

  /** Who is told once it is over; to be said before it begins. */
  void whenOver(Runnable listener) {
    whenOver = listener;
  }

  /** Lets the content come; the browser is asked for it only now. */
  void startReading(Reader newReader) {
    reader = newReader;
    start();
  }

  private void start() {
    started = true;
    try {
      browser.startReading(this);
    } catch (IOException e) {
      uploadFailed(e);
    }
  }

  boolean expectsContinue() {
    return browser.expectsContinue();
  }

  /** Reads as {@link Browser#read} does. */
  int read(byte[] buffer) throws IOException {
    int count = browser.read(buffer);
    if (count == Browser.END) {
      ended = true;
    }
    takenBytes += Math.max(0, count);
    return count;
  }

  @Override
  public void readable() {
    executor.execute(
        () -> {
          if (drain != null) {
            drain.pump();
          } else if (!over && reader != null) {
            reader.readable();
          }
        });
  }

  @Override
  public void uploadFailed(Throwable cause) {
    executor.execute(
        () -> {
          if (over) {
            return;
          }
          if (drain != null) {
            drain.cancel();
            drained();
          } else if (reader != null) {
            reader.cut(this, cause);
          }
        });
  }

  /** Answers, and lets the rest of the content come and go. */
  void finish(Browser.Answer answer) {
    send(answer);
    if (!over && (ended || (!started && browser.expectsContinue()))) {
      complete();
    } else if (!over) {
      discard();
    }
  }

  /** Lets the content come and go; an answer will follow. */
  void discard() {
    if (drain != null) {
      return;
    }
    drain = new Drain(browser, executor, timers, this::drained);
    if (started) {
      executor.execute(drain::pump);
    } else {
      start();
    }
  }

  private void drained() {
    ended = true;
    if (answered) {
      complete();
    }
  }

  /** Ends it at once, unread content or not. */
  void supersede(Browser.Answer answer) {
    send(answer);
    complete();
  }

  /** Ends it without an answer; to be called on any thread. */
  void abort() {
    executor.execute(this::complete);
  }

  private void send(Browser.Answer answer) {
    if (over || answered) {
      return;
    }
    answered = true;
    try {
      browser.answer(answer.closing(!ended));
    } catch (IOException e) {
      LOG.debug("A browser was gone before its answer", e);
      complete();
    }
  }

  private void complete() {
    if (over) {
      return;
    }
    over = true;
    if (drain != null) {
      drain.cancel();
    }
    try {
      browser.complete();
    } finally {
      if (whenOver != null) {
        whenOver.run();
      }
    }
  }
}
