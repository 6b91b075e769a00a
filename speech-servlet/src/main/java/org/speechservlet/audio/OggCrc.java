package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * The checksum of an Ogg page (RFC 3533, section 6, field 7): polynomial 0x04C11DB7, bits not
 * reflected, initial value 0; not the one of {@link java.util.zip.CRC32}.
 */
final class OggCrc {
  private static final int POLYNOMIAL = 0x04C1_1DB7;
  private static final int[] TABLE = table();

  private int value;

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int remainder = i << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        remainder = remainder << 1 ^ (remainder < 0 ? POLYNOMIAL : 0);
      }
      table[i] = remainder;
    }
    return table;
  }

  void reset() {
    value = 0;
  }

  /** Takes bytes by index; moves no position. */
  void update(ByteBuffer bytes, int from, int to) {
    int crc = value;
    for (int i = from; i < to; i++) {
      crc = crc << 8 ^ TABLE[(crc >>> 24 ^ bytes.get(i)) & 0xFF];
    }
    value = crc;
  }

  int value() {
    return value;
  }
}
