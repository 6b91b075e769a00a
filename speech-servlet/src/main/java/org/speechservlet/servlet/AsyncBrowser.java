package org.speechservlet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser served with the container's non-blocking input (Jakarta Servlet 6.0, 3.7 and 2.3.3).
 */
final class AsyncBrowser implements Browser {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncBrowser.class);

  private final AsyncContext context;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private @Nullable ServletInputStream input;

  /**
   * After isReady() has said no, it is not asked again before the container has called; until then
   * it is the container's turn. Written by the container's thread, too.
   */
  private volatile boolean waiting = true;

  private boolean flushing;
  private boolean completed;

  AsyncBrowser(AsyncContext context, HttpServletRequest request, HttpServletResponse response) {
    this.context = context;
    this.request = request;
    this.response = response;
  }

  @Override
  public void startReading(Listener listener) throws IOException {
    ServletInputStream stream = request.getInputStream();
    input = stream;
    try {
      listen(stream, listener);
    } catch (IllegalStateException e) {
      throw ended(e);
    }
  }

  /** A container that has ended a request by itself says so to whatever is done with it then. */
  private static IOException ended(RuntimeException cause) {
    return new IOException("the container has ended the request", cause);
  }

  private void listen(ServletInputStream stream, Listener listener) {
    stream.setReadListener(NonBlockingListener.of(new Events(listener), stream.getClass()));
    // Of a body that is over before it began, not every container tells the listener.
    if (stream.isFinished()) {
      waiting = false;
      listener.readable();
    }
  }

  /** What the container tells. */
  private final class Events implements ReadListener {
    private final Listener listener;

    Events(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void onDataAvailable() {
      waiting = false;
      listener.readable();
    }

    @Override
    public void onAllDataRead() {
      waiting = false;
      listener.readable();
    }

    @Override
    public void onError(Throwable cause) {
      listener.uploadFailed(cause);
    }
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
  public int read(byte[] buffer) throws IOException {
    ServletInputStream stream = input;
    if (stream == null || waiting) {
      return NOTHING_YET;
    }
    if (stream.isFinished()) {
      return readArrived(stream, buffer);
    }
    try {
      waiting = true;
      if (!stream.isReady()) {
        return NOTHING_YET;
      }
      waiting = false;
      return stream.read(buffer);
    } catch (IllegalStateException e) {
      throw ended(e);
    }
  }

  /**
   * GlassFish and Payara call a stream finished when its last byte has come, not when it was read.
   * Tomcat calls it so when it was read, may count bytes that are not the body's, and refuses to be
   * asked for them.
   */
  private static int readArrived(ServletInputStream stream, byte[] buffer) throws IOException {
    try {
      return stream.available() > 0 ? stream.read(buffer) : END;
    } catch (IllegalStateException e) {
      return END;
    }
  }

  @Override
  public void answer(Answer answer) throws IOException {
    try {
      HttpExchangeFields.write(answer, request, response);
      if (answer.closeConnection()) {
        startFlushing();
      }
    } catch (IllegalStateException | RejectedExecutionException e) {
      throw ended(e);
    }
  }

  /**
   * Brings an answer to a browser that still sends; any other goes with the end of the request. A
   * browser that does not read makes this wait, which one of the container's threads may.
   */
  private void startFlushing() {
    setFlushing(true);
    try {
      context.start(this::flush);
    } catch (RuntimeException e) {
      setFlushing(false);
      throw e;
    }
  }

  private synchronized void setFlushing(boolean now) {
    flushing = now;
  }

  private void flush() {
    try {
      response.flushBuffer();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A browser was gone before its answer", e);
    } finally {
      if (isCompletedWhileFlushing()) {
        end();
      }
    }
  }

  private synchronized boolean isCompletedWhileFlushing() {
    flushing = false;
    return completed;
  }

  /** A response must not be touched any more once its request is over. */
  @Override
  public void complete() {
    if (!isFlushing()) {
      end();
    }
  }

  private synchronized boolean isFlushing() {
    completed = true;
    return flushing;
  }

  private void end() {
    try {
      context.complete();
    } catch (IllegalStateException e) {
      LOG.debug("The container had completed a request before", e);
    }
  }
}
