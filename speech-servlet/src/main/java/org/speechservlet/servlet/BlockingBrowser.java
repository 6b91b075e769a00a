package org.speechservlet.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser served on the container's thread, where something in the chain forbids better. That
 * thread alone reads and writes, and hands over what it has read: nobody else ever waits for the
 * browser.
 *
 * <p>An answer in the middle of an upload goes out when the read that is under way is over.
 */
final class BlockingBrowser implements Browser {
  private static final Logger LOG = LoggerFactory.getLogger(BlockingBrowser.class);
  private static final int READ_BYTES = 8 * 1024;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final byte[] held = new byte[READ_BYTES];

  private @Nullable Listener listener;
  private @Nullable Answer answer;
  private int heldStart;
  private int heldEnd;
  private boolean atEnd;
  private boolean completed;

  BlockingBrowser(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Serves until {@link #complete()}: to be called on the container's thread, once. */
  void serve() {
    try {
      for (Runnable task = nextTask(); task != null; task = nextTask()) {
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Listener current = listener();
      if (current != null) {
        current.uploadFailed(e);
      }
    }
  }

  /** Waits for something to do; null once there will be nothing more. */
  private synchronized @Nullable Runnable nextTask() throws InterruptedException {
    while (true) {
      Answer toSend = answer;
      if (toSend != null) {
        answer = null;
        return () -> send(toSend);
      }
      if (completed) {
        return null;
      }
      Listener reader = listener;
      if (reader != null && !atEnd && heldStart == heldEnd) {
        return () -> fill(reader);
      }
      wait();
    }
  }

  private void send(Answer toSend) {
    try {
      HttpExchangeFields.write(toSend, request, response);
      response.flushBuffer();
    } catch (IOException e) {
      LOG.debug("A browser was gone before its answer", e);
    }
  }

  private void fill(Listener reader) {
    try {
      ServletInputStream input = request.getInputStream();
      hold(input.read(held));
      reader.readable();
    } catch (IOException e) {
      hold(END);
      reader.uploadFailed(e);
    }
  }

  private synchronized void hold(int count) {
    heldStart = 0;
    heldEnd = Math.max(0, count);
    atEnd = count < 0;
  }

  private synchronized @Nullable Listener listener() {
    return listener;
  }

  @Override
  public synchronized void startReading(Listener newListener) {
    listener = newListener;
    notifyAll();
  }

  @Override
  public long announcedBytes() {
    return request.getContentLengthLong();
  }

  @Override
  public boolean expectsContinue() {
    return HttpExchangeFields.expectsContinue(request);
  }

  @Override
  public synchronized int read(byte[] buffer) {
    int count = Math.min(buffer.length, heldEnd - heldStart);
    if (count == 0) {
      return atEnd ? END : NOTHING_YET;
    }
    System.arraycopy(held, heldStart, buffer, 0, count);
    heldStart += count;
    notifyAll();
    return count;
  }

  @Override
  public synchronized void answer(Answer newAnswer) {
    answer = newAnswer;
    notifyAll();
  }

  @Override
  public synchronized void complete() {
    completed = true;
    notifyAll();
  }
}
