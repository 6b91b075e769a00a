package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.audio.WavFile;

/** Somebody who uploads one file after the other, each as fast as it is taken. */
final class FileUploader implements ClientConnection.Owner {
  private static final int START_BYTES = 1024;

  private final Surroundings surroundings;
  private final WavFile file;
  private final BooleanSupplier isMoreWanted;
  private @Nullable ClientConnection connection;
  private int restBytes;
  private long sentNanos;
  private boolean uploading;

  /** {@code isMoreWanted} is asked before each file. */
  FileUploader(Surroundings surroundings, WavFile file, BooleanSupplier isMoreWanted) {
    this.surroundings = surroundings;
    this.file = file;
    this.isMoreWanted = isMoreWanted;
  }

  /** Goes on until no more is wanted. */
  void proceed() {
    ClientConnection open = connection;
    if (!isMoreWanted.getAsBoolean()) {
      if (open != null) {
        open.close();
      }
      return;
    }
    if (open == null) {
      open = connect();
      connection = open;
    }
    begin(open);
  }

  private ClientConnection connect() {
    try {
      return ClientConnection.open(
          this, surroundings.destination().address(), surroundings.loop().selector());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(ClientConnection open) {
    uploading = true;
    restBytes = file.restBytes();
    sentNanos = 0;
    ByteBuffer start = ByteBuffer.allocate(START_BYTES);
    start.put(
        surroundings
            .destination()
            .recognize("Content-Type: audio/wav", "Content-Length: " + file.bytes()));
    file.putStart(start, System.nanoTime());
    open.send(start.flip());
    sendRest(open);
  }

  private void sendRest(ClientConnection open) {
    while (uploading && restBytes > 0 && open.isDrained()) {
      ByteBuffer block = file.block(restBytes);
      restBytes -= block.remaining();
      open.send(block);
    }
    if (uploading && restBytes == 0 && open.isDrained()) {
      sentNanos = System.nanoTime();
    }
  }

  @Override
  public void drained() {
    if (connection != null) {
      sendRest(connection);
    }
  }

  @Override
  public void answered(Answer answer) {
    long nanos = System.nanoTime() - sentNanos;
    if (sentNanos == 0 || !answer.isTranscript()) {
      disconnect();
      fail(answer.summary());
    } else if (uploading) {
      uploading = false;
      if ("close".equalsIgnoreCase(answer.field("connection"))) {
        disconnect();
      }
      surroundings.tally().succeeded(nanos);
      later();
    }
  }

  @Override
  public void lost(String how) {
    connection = null;
    fail(how);
  }

  private void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private void fail(String how) {
    if (uploading) {
      uploading = false;
      surroundings.tally().failed(how);
      later();
    }
  }

  /** Not from inside a call of the connection. */
  private void later() {
    surroundings.loop().at(System.nanoTime(), this::proceed);
  }
}
