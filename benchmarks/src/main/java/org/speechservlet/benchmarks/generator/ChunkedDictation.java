package org.speechservlet.benchmarks.generator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.load.LiveLoad;

/** Somebody who dictates in one request: a chunk whenever a piece is due. */
final class ChunkedDictation extends LiveDictation {
  private static final byte[] CHUNK_END = ascii("\r\n");
  private static final byte[] BODY_END = ascii("0\r\n\r\n");

  private int sequence;
  private long dueNanos;
  private long sentNanos;

  /** {@code audio} and {@code scratch} are everybody's. */
  ChunkedDictation(
      Surroundings surroundings, LiveLoad load, PieceSource audio, ByteBuffer scratch) {
    super(surroundings, load, audio, scratch);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  void speakFrom(long startNanos) {
    dueNanos = startNanos;
    sendPiece();
  }

  private void sendPiece() {
    ClientConnection open = open();
    if (open == null) {
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
}
