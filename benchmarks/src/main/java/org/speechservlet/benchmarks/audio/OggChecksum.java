package org.speechservlet.benchmarks.audio;

/** The checksum of an Ogg page (RFC 3533, section 6): a CRC that {@code java.util.zip} has not. */
final class OggChecksum {
  private static final int POLYNOMIAL = 0x04C1_1DB7;
  private static final int[] TABLE = table();

  private OggChecksum() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      table[i] = crc;
    }
    return table;
  }

  /** Of a whole page that has 0 in the checksum's place. */
  static int of(byte[] page) {
    int crc = 0;
    for (byte b : page) {
      crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ (b & 0xFF)];
    }
    return crc;
  }
}
