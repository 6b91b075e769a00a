package org.speechservlet.benchmarks.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Live Ogg/Opus: one page of 1,000 bytes for each 250 ms, with 25 packets of 10 ms (RFC 3533, RFC
 * 7845). What is in the packets is not speech, but their first bytes say truly what they are.
 */
public final class OpusPieces implements PieceSource {
  private static final int PAGE_BYTES = 1_000;
  private static final int PACKETS = 25;
  private static final int HEADER_BYTES = 27 + PACKETS;
  private static final int PACKET_BYTES = 38;
  private static final int LAST_PACKET_BYTES =
      PAGE_BYTES - HEADER_BYTES - (PACKETS - 1) * PACKET_BYTES;
  private static final int SAMPLES = 48_000 / 4;
  private static final int SERIAL = 0x5353;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int FLAGS_AT = 5;
  private static final int GRANULE_AT = 6;
  private static final int SEQUENCE_AT = 18;
  private static final int CHECKSUM_AT = 22;

  /** One CELT frame of 10 ms, fullband, mono (RFC 6716, section 3.1). */
  private static final byte TOC = (byte) (30 << 3);

  private final byte[] preamble = headerPages();
  private final byte[] page = page(0, 2, lacing(), packets());
  private final ByteBuffer header = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer packets =
      ByteBuffer.wrap(page, HEADER_BYTES, page.length - HEADER_BYTES);

  private static byte[] headerPages() {
    ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("OpusHead")).put((byte) 1).put((byte) 1).putShort((short) 0).putInt(48_000);
    byte[] tags = new byte[16];
    System.arraycopy(ascii("OpusTags"), 0, tags, 0, 8);
    byte[] first = page(FIRST, 0, new byte[] {19}, head.array());
    byte[] second = page(0, 1, new byte[] {16}, tags);
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] lacing() {
    byte[] lacing = new byte[PACKETS];
    Arrays.fill(lacing, (byte) PACKET_BYTES);
    lacing[PACKETS - 1] = (byte) LAST_PACKET_BYTES;
    return lacing;
  }

  private static byte[] packets() {
    byte[] packets = new byte[PAGE_BYTES - HEADER_BYTES];
    for (int i = 0; i < packets.length; i++) {
      packets[i] = i % PACKET_BYTES == 0 ? TOC : (byte) (i * 31);
    }
    return packets;
  }

  private static byte[] page(int flags, int sequence, byte[] lacing, byte[] body) {
    ByteBuffer page =
        ByteBuffer.allocate(27 + lacing.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put(ascii("OggS")).put((byte) 0).put((byte) flags).putLong(0);
    page.putInt(SERIAL).putInt(sequence).putInt(0).put((byte) lacing.length);
    page.put(lacing).put(body).flip();
    page.putInt(CHECKSUM_AT, OggChecksum.of(page.array()));
    return page.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public BodyLayout layout() {
    return new BodyLayout(preamble.length, PAGE_BYTES, HEADER_BYTES + 1);
  }

  @Override
  public String contentType() {
    return "audio/ogg; codecs=opus";
  }

  @Override
  public byte[] preamble() {
    return preamble;
  }

  @Override
  public void put(ByteBuffer target, int sequence, boolean last, long dueNanos) {
    header.put(FLAGS_AT, (byte) (last ? LAST : 0));
    header.putLong(GRANULE_AT, (sequence + 1L) * SAMPLES);
    header.putInt(SEQUENCE_AT, sequence + 2);
    header.putInt(CHECKSUM_AT, 0);
    Stamp.write(packets, HEADER_BYTES + 1, sequence, dueNanos);
    header.putInt(CHECKSUM_AT, OggChecksum.of(page));
    target.put(page);
  }
}
