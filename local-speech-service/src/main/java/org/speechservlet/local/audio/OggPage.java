package org.speechservlet.local.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** One whole Ogg page (RFC 3533, section 6), its checksum verified. */
final class OggPage {

  static final int HEADER_BYTES = 27;
  static final int MAX_BYTES = HEADER_BYTES + 255 + 255 * 255;

  private static final int CAPTURE_PATTERN = 'O' | 'g' << 8 | 'g' << 16 | 'S' << 24;
  private static final int FLAGS_INDEX = 5;
  private static final int GRANULE_POSITION_INDEX = 6;
  private static final int SERIAL_INDEX = 14;
  private static final int CHECKSUM_INDEX = 22;
  private static final int SEGMENT_COUNT_INDEX = 26;

  private static final int FLAG_CONTINUED = 1;
  private static final int FLAG_FIRST = 2;
  private static final int FLAG_LAST = 4;

  private final byte[] bytes;
  private final ByteBuffer fields;
  private final long byteOffset;

  private OggPage(byte[] bytes, long byteOffset) {
    this.bytes = bytes;
    this.fields = littleEndian(bytes);
    this.byteOffset = byteOffset;
  }

  /** Tells whether a page header begins here; needs {@link #HEADER_BYTES}. */
  static boolean startsWithHeader(byte[] bytes) {
    ByteBuffer header = littleEndian(bytes);
    return header.getInt(0) == CAPTURE_PATTERN && header.get(4) == 0;
  }

  /** The number of segments of the page with this header, each of which has one byte of length. */
  static int segmentCount(byte[] header) {
    return Byte.toUnsignedInt(header[SEGMENT_COUNT_INDEX]);
  }

  /** The bytes of the page with this header and segment table. */
  static int size(byte[] headerAndTable) {
    int size = HEADER_BYTES + segmentCount(headerAndTable);
    for (int i = 0; i < segmentCount(headerAndTable); i++) {
      size += Byte.toUnsignedInt(headerAndTable[HEADER_BYTES + i]);
    }
    return size;
  }

  /**
   * @param bytes the page, from its capture pattern to its last byte
   * @param byteOffset where it begins in the stream
   * @throws MalformedAudioException when the checksum is wrong
   */
  static OggPage of(byte[] bytes, long byteOffset) throws MalformedAudioException {
    ByteBuffer page = littleEndian(bytes);
    int expected = page.getInt(CHECKSUM_INDEX);
    page.putInt(CHECKSUM_INDEX, 0);
    int actual = OggChecksum.of(bytes);
    if (actual != expected) {
      throw new MalformedAudioException(
          byteOffset, "The Ogg page's checksum is %08x, not %08x".formatted(actual, expected));
    }
    return new OggPage(bytes, byteOffset);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where the page begins in the stream. */
  long byteOffset() {
    return byteOffset;
  }

  /** The first packet began on an earlier page. */
  boolean isContinued() {
    return hasFlag(FLAG_CONTINUED);
  }

  /** The first page of its logical stream. */
  boolean isFirst() {
    return hasFlag(FLAG_FIRST);
  }

  /** The last page of its logical stream. */
  boolean isLast() {
    return hasFlag(FLAG_LAST);
  }

  private boolean hasFlag(int flag) {
    return (bytes[FLAGS_INDEX] & flag) != 0;
  }

  /** Which logical stream the page belongs to. */
  int serial() {
    return fields.getInt(SERIAL_INDEX);
  }

  /** For Opus: how many samples at 48 kHz end on this page; -1 when no packet ends on it. */
  long granulePosition() {
    return fields.getLong(GRANULE_POSITION_INDEX);
  }

  /** The number of segments. */
  int segmentCount() {
    return segmentCount(bytes);
  }

  /** The length of one segment, 0 to 255 bytes; a packet ends with the first one below 255. */
  int segmentBytes(int index) {
    return Byte.toUnsignedInt(bytes[HEADER_BYTES + index]);
  }

  /** A copy of a part of the page. */
  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
