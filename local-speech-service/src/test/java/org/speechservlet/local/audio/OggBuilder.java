package org.speechservlet.local.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds Ogg pages with good checksums and any content. */
final class OggBuilder {

  private OggBuilder() {}

  /** An Opus stream with serial 7: its two headers, then each packet on a page of its own. */
  static byte[] stream(byte[]... packets) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(page(2, 0, 7, opusHead(1, 312)));
    stream.writeBytes(page(0, 0, 7, "OpusTags".getBytes(StandardCharsets.US_ASCII)));
    for (byte[] packet : packets) {
      stream.writeBytes(page(0, 960, 7, packet));
    }
    return stream.toByteArray();
  }

  static byte[] opusHead(int channels, int preSkip) {
    return ByteBuffer.allocate(19)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) channels)
        .putShort((short) preSkip)
        .putInt(48_000)
        .array();
  }

  /** A page with one packet of fewer than 65,025 bytes. */
  static byte[] page(int flags, long granulePosition, int serial, byte[] packet) {
    byte[] table = new byte[packet.length / 255 + 1];
    Arrays.fill(table, (byte) 255);
    table[table.length - 1] = (byte) (packet.length % 255);
    return page(flags, granulePosition, serial, table, packet);
  }

  /** The longest page, on which no packet ends. */
  static byte[] pageOfFullSegments(int flags, int serial) {
    byte[] table = new byte[255];
    Arrays.fill(table, (byte) 255);
    return page(flags, -1, serial, table, new byte[255 * 255]);
  }

  private static byte[] page(
      int flags, long granulePosition, int serial, byte[] table, byte[] body) {
    ByteBuffer page = ByteBuffer.allocate(27 + table.length + body.length);
    page.order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
    page.putLong(granulePosition).putInt(serial).putInt(0).putInt(0);
    page.put((byte) table.length).put(table).put(body);
    page.putInt(22, OggChecksum.of(page.array()));
    return page.array();
  }
}
