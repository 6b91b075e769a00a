package org.speechservlet.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a page piece by piece, each only when the container is ready for it. */
final class NonBlockingPage implements WriteListener {
  private final AsyncContext async;
  private final ServletOutputStream output;
  private final byte[] head;
  private final byte[] piece;
  private final int pieces;
  private int written = -1;

  NonBlockingPage(AsyncContext async, String head, String piece, int pieces) throws IOException {
    this.async = async;
    this.output = async.getResponse().getOutputStream();
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.piece = piece.getBytes(StandardCharsets.UTF_8);
    this.pieces = pieces;
  }

  void start() {
    output.setWriteListener(this);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (written < pieces && output.isReady()) {
      output.write(written < 0 ? head : piece);
      written++;
    }
    if (written == pieces && output.isReady()) {
      written++;
      async.complete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    async.complete();
  }
}
