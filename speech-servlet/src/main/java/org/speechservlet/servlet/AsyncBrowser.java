package org.speechservlet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A browser served with the container's non-blocking input (Jakarta Servlet 6.0, 3.7 and 2.3.3).
 */
final class AsyncBrowser implements Browser {
  /** A second of live audio. What comes in more is a file, and goes on by a thread of its own. */
  private static final int MAX_BYTES_ON_A_SHARED_THREAD = 32 * 1024;

  private final AsyncContext context;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final EndOfAnswer end;
  private @Nullable ServletInputStream input;
  private @Nullable Listener sharingListener;
  private int bytesAtOnce;

  /**
   * After isReady() has said no, it is not asked again before the container has called; until then
   * it is the container's turn. Written by the container's thread, too.
   */
  private volatile boolean waiting = true;

  AsyncBrowser(AsyncContext context, HttpServletRequest request, HttpServletResponse response) {
    this.context = context;
    this.request = request;
    this.response = response;
    this.end = new EndOfAnswer(context, response);
  }

  @Override
  public void startReading(Listener listener) throws IOException {
    ServletInputStream stream = request.getInputStream();
    input = stream;
    try {
      context.addListener(new ContainerStop(listener));
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
    ReadListener events = new Events(listener);
    ReadListener told = NonBlockingListener.of(events, stream.getClass());
    sharingListener = told == events ? null : listener;
    stream.setReadListener(told);
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
      return isGivingWay() ? NOTHING_YET : readReady(stream, buffer);
    } catch (IllegalStateException e) {
      throw ended(e);
    }
  }

  /**
   * Tomcat is ready for a chunk's size and then has nothing to read if the data is still to come;
   * it calls only after isReady() has said no.
   */
  private int readReady(ServletInputStream stream, byte[] buffer) throws IOException {
    waiting = true;
    while (stream.isReady()) {
      int count = stream.read(buffer);
      if (count != 0) {
        waiting = false;
        bytesAtOnce += count;
        return count;
      }
    }
    bytesAtOnce = 0;
    return NOTHING_YET;
  }

  /**
   * Hands a file over to a thread of the container's, once until it has to be waited for: the one
   * that found the bytes has others to serve.
   */
  private boolean isGivingWay() {
    Listener listener = sharingListener;
    if (listener == null || bytesAtOnce < MAX_BYTES_ON_A_SHARED_THREAD) {
      return false;
    }
    bytesAtOnce = Integer.MIN_VALUE;
    try {
      context.start(listener::readable);
      return true;
    } catch (RejectedExecutionException e) {
      return false; // The container stops: there is nobody else.
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
      if (sharingListener == null) {
        response.flushBuffer();
      } else if (answer.closeConnection()) {
        end.flush();
      }
    } catch (IllegalStateException | RejectedExecutionException e) {
      throw ended(e);
    }
  }

  @Override
  public void complete() {
    end.complete();
  }
}
