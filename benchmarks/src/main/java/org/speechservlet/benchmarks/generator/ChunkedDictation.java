package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.load.LiveLoad;

/** Somebody who dictates in one request: a chunk whenever a piece is due. */
final class ChunkedDictation implements ClientConnection.Owner {

  /** A page has its connection before somebody speaks. */
  static final long CONNECT_AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final byte[] CHUNK_END = ascii("\r\n");
  private static final byte[] BODY_END = ascii("0\r\n\r\n");

  private final Surroundings surroundings;
  private final PieceSource audio;
  private final ByteBuffer scratch;
  private final int pieces;
  private final long periodNanos;
  private @Nullable ClientConnection connection;
  private int sequence;
  private long dueNanos;
  private long sentNanos;
  private boolean ended;

  /** {@code audio} and {@code scratch} are everybody's. */
  ChunkedDictation(
      Surroundings surroundings, LiveLoad load, PieceSource audio, ByteBuffer scratch) {
    this.surroundings = surroundings;
    this.audio = audio;
    this.scratch = scratch;
    this.pieces = load.pieces();
    this.periodNanos = load.period().toNanos();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The first piece will be due at that time. */
  void begin(long startNanos) {
    dueNanos = startNanos;
    surroundings.loop().at(startNanos - CONNECT_AHEAD_NANOS, this::connect);
  }

  private void connect() {
    try {
      connection =
          ClientConnection.open(
              this, surroundings.destination().address(), surroundings.loop().selector());
      surroundings.loop().at(dueNanos, this::sendPiece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendPiece() {
    ClientConnection open = connection;
    if (ended || open == null) {
      return;
    }
    surroundings.tally().piece(System.nanoTime() - dueNanos);
    open.sendCopy(message());
    sequence++;
    dueNanos += periodNanos;
    if (sequence < pieces) {
      surroundings.loop().at(dueNanos, this::sendPiece);
    } else if (open.isDrained()) {
      drained();
    }
  }

  private ByteBuffer message() {
    scratch.clear();
    byte[] preamble = sequence == 0 ? audio.preamble() : new byte[0];
    if (sequence == 0) {
      scratch.put(
          surroundings
              .destination()
              .recognize("Content-Type: " + audio.contentType(), "Transfer-Encoding: chunked"));
    }
    boolean last = sequence == pieces - 1;
    int bytes = preamble.length + audio.layout().pieceBytes();
    scratch.put(ascii(Integer.toHexString(bytes))).put(CHUNK_END).put(preamble);
    audio.put(scratch, sequence, last, dueNanos);
    scratch.put(CHUNK_END).put(last ? BODY_END : new byte[0]);
    return scratch.flip();
  }

  @Override
  public void drained() {
    if (sequence == pieces && sentNanos == 0) {
      sentNanos = System.nanoTime();
    }
  }

  @Override
  public void answered(Answer answer) {
    long nanos = System.nanoTime() - sentNanos;
    if (sentNanos == 0 || !answer.isTranscript()) {
      end(() -> surroundings.tally().failed(answer.summary()));
    } else {
      end(() -> surroundings.tally().succeeded(nanos));
    }
  }

  @Override
  public void lost(String how) {
    end(() -> surroundings.tally().failed(how));
  }

  private void end(Runnable outcome) {
    if (!ended) {
      ended = true;
      outcome.run();
      if (connection != null) {
        connection.close();
      }
    }
  }
}
