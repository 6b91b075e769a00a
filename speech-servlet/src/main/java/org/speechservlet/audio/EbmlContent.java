package org.speechservlet.audio;

import java.nio.ByteBuffer;

/** What the content of an EBML element means (RFC 8794, section 7). Big-endian, read to its end. */
final class EbmlContent {
  private EbmlContent() {}

  /** An unsigned number; of eight bytes, one that is too great for a long is negative. */
  static long unsigned(ByteBuffer content) {
    return append(0, content);
  }

  /** A signed number of up to eight bytes. */
  static long signed(ByteBuffer content) {
    return append(content.hasRemaining() ? content.get() : 0, content);
  }

  private static long append(long start, ByteBuffer content) {
    long value = start;
    while (content.hasRemaining()) {
      value = (value << Byte.SIZE) | (content.get() & 0xFF);
    }
    return value;
  }

  /** A text, which may be filled up with zeros. */
  static String text(ByteBuffer content) {
    StringBuilder text = new StringBuilder();
    while (content.hasRemaining()) {
      int character = content.get() & 0xFF;
      if (character == 0) {
        return text.toString();
      }
      text.append((char) character);
    }
    return text.toString();
  }
}
