package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes one stream as Ogg pages (RFC 3533, section 6) of whole packets. Holds one page: its body
 * has as many bytes as were put on it, 65,025 at most.
 */
final class OggPageWriter {

  /** There is no other stream that it would have to differ from. */
  private static final int SERIAL = 1;

  private static final int USUAL_BODY_BYTES = 1024;

  private final ByteBuffer header =
      ByteBuffer.allocate(OggPage.MAX_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteGatherer body = new ByteGatherer(USUAL_BODY_BYTES);
  private final OggCrc crc = new OggCrc();
  private final AudioOutput output;
  private int segments;
  private int sequence;

  OggPageWriter(AudioOutput output) {
    this.output = output;
    header.putInt(0, OggPage.CAPTURE_PATTERN).putInt(OggPage.SERIAL_AT, SERIAL);
    body.await(0);
  }

  boolean isEmpty() {
    return segments == 0;
  }

  /** True if a packet of this size fits on the page wholly. */
  boolean hasRoomFor(int packetBytes) {
    return segments + packetBytes / OggPage.FULL_SEGMENT_BYTES + 1 <= OggPage.MAX_SEGMENTS;
  }

  /** Puts a packet on the page, which has room for it. */
  void put(ByteBuffer packet) {
    int rest = packet.remaining();
    body.awaitMore(rest);
    body.take(packet);
    while (rest >= OggPage.FULL_SEGMENT_BYTES) {
      putSegment(OggPage.FULL_SEGMENT_BYTES);
      rest -= OggPage.FULL_SEGMENT_BYTES;
    }
    putSegment(rest);
  }

  private void putSegment(int bytes) {
    header.put(OggPage.FIXED_HEADER_BYTES + segments, (byte) bytes);
    segments++;
  }

  /**
   * Writes the page out, and begins the next.
   *
   * @param flags {@link OggPage#FIRST}, {@link OggPage#LAST}, or 0
   * @param granule how many samples the stream has up to the end of this page
   */
  void write(int flags, long granule) {
    header.limit(OggPage.FIXED_HEADER_BYTES + segments);
    header.put(OggPage.FLAGS_AT, (byte) flags).putLong(OggPage.GRANULE_AT, granule);
    header.putInt(OggPage.SEQUENCE_AT, sequence).put(OggPage.SEGMENTS_AT, (byte) segments);
    header.putInt(OggPage.CHECKSUM_AT, checksum());
    output.write(header);
    output.write(body.gathered());
    header.clear();
    body.await(0);
    segments = 0;
    sequence++;
  }

  private int checksum() {
    header.putInt(OggPage.CHECKSUM_AT, 0);
    crc.reset();
    crc.update(header, 0, header.limit());
    crc.update(body.bytes(), 0, body.size());
    return crc.value();
  }
}
