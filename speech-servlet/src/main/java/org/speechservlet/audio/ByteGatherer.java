package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Gathers a known number of bytes that may come in any number of pieces. Little-endian. */
final class ByteGatherer {
  private final ByteBuffer bytes;

  /** {@code capacity} is the most that is ever gathered at once. */
  ByteGatherer(int capacity) {
    bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Begins anew. */
  void await(int count) {
    bytes.clear().limit(count);
  }

  /** Awaits more bytes behind those that are here. */
  void awaitMore(int count) {
    bytes.limit(bytes.limit() + count);
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
