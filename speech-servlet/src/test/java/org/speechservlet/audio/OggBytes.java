package org.speechservlet.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/** Makes Ogg pages with a true checksum. */
final class OggBytes {
  static final int FIRST = 2;
  static final int LAST = 4;
  static final int CONTINUED = 1;
  static final int SERIAL = 77;

  /** A packet of one CELT frame of 20 ms. */
  static final byte[] PACKET_20_MS = {(byte) (31 << 3), 1, 2, 3};

  private OggBytes() {}

  /** Speech that an encoder wrote. */
  static byte[] recording() throws IOException {
    try (InputStream in = OggBytes.class.getResourceAsStream("mono-12k.opus")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  static byte[] head(int channels, int preSkip) {
    ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put(Pcm.latin1("OpusHead")).put((byte) 1).put((byte) channels);
    head.putShort((short) preSkip).putInt(48_000);
    return head.array();
  }

  static byte[] tags() {
    return Pcm.join(Pcm.latin1("OpusTags"), new byte[8]);
  }

  static byte[] firstPage(byte[] packet) {
    return page(FIRST, SERIAL, 0, packet);
  }

  /** The two header pages. */
  static byte[] headers() {
    return Pcm.join(firstPage(head(1, 0)), page(0, SERIAL, 1, tags()));
  }

  /** A page of packets that end on it. */
  static byte[] page(int flags, int serial, int sequence, byte[]... packets) {
    java.io.ByteArrayOutputStream lacing = new java.io.ByteArrayOutputStream();
    for (byte[] packet : packets) {
      for (int i = 0; i < packet.length / 255; i++) {
        lacing.write(255);
      }
      lacing.write(packet.length % 255);
    }
    return lacedPage(flags, serial, sequence, lacing.toByteArray(), Pcm.join(packets));
  }

  static byte[] lacedPage(int flags, int serial, int sequence, byte[] lacing, byte[] body) {
    ByteBuffer page =
        ByteBuffer.allocate(27 + lacing.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put(Pcm.latin1("OggS")).put((byte) 0).put((byte) flags).putLong(0);
    page.putInt(serial).putInt(sequence).putInt(0).put((byte) lacing.length);
    page.put(lacing).put(body).flip();
    page.putInt(22, checksum(page.array()));
    return page.array();
  }

  /** The same with the checksum of every complete page as it should be. */
  static byte[] withTrueChecksums(byte[] bytes) {
    byte[] mended = bytes.clone();
    int at = 0;
    int end = endOfPage(mended, at);
    while (end > at) {
      int checksum = checksumOf(Arrays.copyOfRange(mended, at, end));
      ByteBuffer.wrap(mended).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 22, checksum);
      at = end;
      end = endOfPage(mended, at);
    }
    return mended;
  }

  /** Where a page ends that begins there; -1 if it is not all there. */
  private static int endOfPage(byte[] bytes, int at) {
    if (at + 27 > bytes.length || at + 27 + (bytes[at + 26] & 0xFF) > bytes.length) {
      return -1;
    }
    int end = at + 27 + (bytes[at + 26] & 0xFF);
    for (int segment = at + 27, last = end; segment < last; segment++) {
      end += bytes[segment] & 0xFF;
    }
    return end > bytes.length ? -1 : end;
  }

  /** The checksum that a page should have, whatever it has. */
  static int checksumOf(byte[] page) {
    byte[] zeroed = page.clone();
    Arrays.fill(zeroed, 22, 26, (byte) 0);
    return checksum(zeroed);
  }

  /** Bit by bit, so that it shares nothing with the table under test (RFC 3533, section 6). */
  private static int checksum(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= b << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ 0x04C1_1DB7 : crc << 1;
      }
    }
    return crc;
  }
}
