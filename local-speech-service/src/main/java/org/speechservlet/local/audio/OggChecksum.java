package org.speechservlet.local.audio;

/** The CRC of Ogg pages (RFC 3533, section 6): polynomial 0x04C11DB7, not reflected, from 0. */
final class OggChecksum {

  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int[] TABLE = table();

  private OggChecksum() {}

  /** The checksum of a page whose checksum field is zero. */
  static int of(byte[] page) {
    int crc = 0;
    for (byte b : page) {
      crc = crc << 8 ^ TABLE[crc >>> 24 ^ Byte.toUnsignedInt(b)];
    }
    return crc;
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
      table[i] = crc;
    }
    return table;
  }
}
