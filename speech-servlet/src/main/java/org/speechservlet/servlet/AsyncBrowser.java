package org.speechservlet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A browser served with the container's non-blocking input (Jakarta Servlet 6.0, 3.7 and 2.3.3).
 */
final class AsyncBrowser implements Browser {
  private final AsyncContext context;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private @Nullable ServletInputStream input;

  /**
   * After isReady() has said no, it is not asked again before the container has called; until then
   * it is the container's turn. Written by the container's thread, too.
   */
  private volatile boolean waiting = true;

  AsyncBrowser(AsyncContext context, HttpServletRequest request, HttpServletResponse response) {
    this.context = context;
    this.request = request;
    this.response = response;
  }

  @Override
  public void startReading(Listener listener) throws IOException {
    ServletInputStream stream = request.getInputStream();
    input = stream;
    stream.setReadListener(
        new ReadListener() {
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
        });
    // Of a body that is over before it began, not every container tells the listener.
    if (stream.isFinished()) {
      waiting = false;
      listener.readable();
    }
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
      return END;
    }
    waiting = true;
    if (!stream.isReady()) {
      return NOTHING_YET;
    }
    waiting = false;
    return stream.read(buffer);
  }

  @Override
  public void answer(Answer answer) throws IOException {
    HttpExchangeFields.write(answer, request, response);
  }

  @Override
  public void complete() {
    context.complete();
  }
}
