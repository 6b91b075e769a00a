package org.speechservlet.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A browser served on the container's thread, where something in the chain forbids better. */
final class BlockingBrowser implements Browser {
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private @Nullable ServletInputStream input;

  BlockingBrowser(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  @Override
  public void startReading(Listener listener) throws IOException {
    input = request.getInputStream();
    listener.readable();
  }

  @Override
  public boolean expectsContinue() {
    return HttpExchangeFields.expectsContinue(request);
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    return input == null ? NOTHING_YET : input.read(buffer);
  }

  @Override
  public void answer(Answer answer) throws IOException {
    HttpExchangeFields.write(answer, request, response);
  }

  @Override
  public void complete() {}
}
