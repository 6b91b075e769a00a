package org.speechservlet.servlet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * The browser's side of one exchange: its upload and the answer to it. Confined to the exchange's
 * executor; only the listener is called from elsewhere, and it hands over at once.
 */
interface Browser {
  /** {@link #read} has nothing now; the listener will be told when it has. */
  int NOTHING_YET = 0;

  /** {@link #read} has nothing more. */
  int END = -1;

  /** What happens on the browser's side; told on any thread. */
  interface Listener {

    /** There is something to read, or the end. */
    void readable();

    /** The browser is gone, or what it sent is no HTTP. */
    void uploadFailed(Throwable cause);
  }

  /**
   * An answer that fits into memory.
   *
   * @param contentType empty if there is no body
   * @param closeConnection whether the rest of the upload may stay unread, so that the connection
   *     is of no more use
   */
  record Answer(
      int status,
      String contentType,
      String body,
      Map<String, String> headers,
      boolean closeConnection) {
    public Answer {
      headers = Map.copyOf(headers);
    }

    /** The same, with header fields that it does not have itself. */
    Answer withFields(Map<String, String> fields) {
      Map<String, String> all = new HashMap<>(fields);
      all.putAll(headers);
      return new Answer(status, contentType, body, all, closeConnection);
    }

    /** The same, with another decision on the connection. */
    Answer closing(boolean close) {
      return close == closeConnection
          ? this
          : new Answer(status, contentType, body, headers, close);
    }

    /** Neither what was said nor an upload's token, in case that somebody logs it. */
    @Override
    public String toString() {
      return "Answer[" + status + ", " + body.length() + " characters, " + headers.keySet() + "]";
    }
  }

  /**
   * Begins to read the upload; if the browser waits for 100 (Continue), the container sends it now
   * at the earliest.
   */
  void startReading(Listener listener) throws IOException;

  /** How many bytes the browser announced, or -1. */
  long announcedBytes();

  /** Whether the browser waits for 100 (Continue) before it sends anything. */
  boolean expectsContinue();

  /**
   * Reads what is there.
   *
   * @return the number of bytes, or {@link #NOTHING_YET} or {@link #END}
   */
  int read(byte[] buffer) throws IOException;

  /** Sends the answer. */
  void answer(Answer answer) throws IOException;

  /** Ends the exchange on the container's side. Nothing may follow. */
  void complete();

  /** Answers a request of which nothing is read. */
  default void reply(Answer answer) {
    try {
      answer(answer);
    } catch (IOException e) {
      LoggerFactory.getLogger(Browser.class).debug("A browser was gone before its answer", e);
    } finally {
      complete();
    }
  }
}
