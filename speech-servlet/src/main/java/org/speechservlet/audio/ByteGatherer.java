package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Gathers a known number of bytes that may come in any number of pieces. Little-endian. Grows with
 * what is asked for, which whoever asks has checked against a limit; in anticipation of more, to
 * {@value #MOST_AHEAD_BYTES} bytes at most.
 */
final class ByteGatherer {
  private static final int MOST_AHEAD_BYTES = 64 * 1024;

  private ByteBuffer bytes;

  /** {@code capacity} is how much there is room for at first. */
  ByteGatherer(int capacity) {
    bytes = allocate(capacity);
  }

  private static ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Begins anew. */
  void await(int count) {
    bytes.clear().limit(0);
    awaitMore(count);
  }

  /** Awaits more bytes behind those that are here. */
  void awaitMore(int count) {
    int limit = bytes.limit() + count;
    if (limit > bytes.capacity()) {
      bytes = allocate(grownTo(limit)).put(bytes.flip());
    }
    bytes.limit(limit);
  }

  /** Twice of what there is, so that many small steps do not copy all each time. */
  private int grownTo(int limit) {
    return Math.max(limit, Math.min(2 * bytes.capacity(), MOST_AHEAD_BYTES));
  }

  /** Takes bytes until there are enough; true if there are. */
  boolean take(ByteBuffer input) {
    int count = Math.min(bytes.remaining(), input.remaining());
    int end = input.limit();
    input.limit(input.position() + count);
    bytes.put(input);
    input.limit(end);
    return isComplete();
  }

  boolean isComplete() {
    return !bytes.hasRemaining();
  }

  int size() {
    return bytes.position();
  }

  /** What was gathered, from index 0; for reading by index only. */
  ByteBuffer bytes() {
    return bytes;
  }

  /** What was gathered, to be read from the start. */
  ByteBuffer gathered() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
  }
}
