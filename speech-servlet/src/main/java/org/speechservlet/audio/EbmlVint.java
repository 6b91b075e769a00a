package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Numbers of variable length (RFC 8794, section 4): as many zero bits as bytes follow the first,
 * then a one, then the number.
 */
final class EbmlVint {
  static final int MAX_BYTES = 8;

  private EbmlVint() {}

  /** How many bytes a number has by its first, or more than {@link #MAX_BYTES} if it has none. */
  static int length(byte first) {
    return Integer.numberOfLeadingZeros(first & 0xFF) - Integer.SIZE + Byte.SIZE + 1;
  }

  /** The number that stands at an index, and is complete. */
  static long value(ByteBuffer bytes, int at) {
    int length = length(bytes.get(at));
    long value = bytes.get(at) & (0xFF >> length);
    for (int i = 1; i < length; i++) {
      value = (value << Byte.SIZE) | (bytes.get(at + i) & 0xFF);
    }
    return value;
  }

  /** The greatest number of a length: all its bits are one. */
  static long max(int length) {
    return (1L << (7 * length)) - 1;
  }
}
