package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * What the header of an Ogg page says (RFC 3533, section 6).
 *
 * @param start where in the upload the page begins
 * @param continued true if it begins with the rest of a packet
 * @param first true if a stream begins with it
 * @param last true if a stream ends with it
 * @param serial which stream it belongs to
 * @param sequence its number in that stream
 * @param lacing the sizes of its segments, an unsigned byte each, by index; valid until the page
 *     ends
 */
record OggPage(
    long start,
    boolean continued,
    boolean first,
    boolean last,
    int serial,
    int sequence,
    ByteBuffer lacing) {

  /** Length of a header without the sizes of the segments. */
  static final int FIXED_HEADER_BYTES = 27;

  static final int MAX_SEGMENTS = 255;
  static final int MAX_HEADER_BYTES = FIXED_HEADER_BYTES + MAX_SEGMENTS;

  /** Size of a segment that the next one continues. */
  static final int FULL_SEGMENT_BYTES = 255;

  /** OggS, little-endian. */
  static final int CAPTURE_PATTERN = 0x5367_674F;

  static final int FLAGS_AT = 5;
  static final int GRANULE_AT = 6;
  static final int SERIAL_AT = 14;
  static final int SEQUENCE_AT = 18;
  static final int CHECKSUM_AT = 22;
  static final int SEGMENTS_AT = 26;

  /** Flags of a page that begins a stream, or ends it. */
  static final int FIRST = 2;

  static final int LAST = 4;

  private static final int CONTINUED = 1;
  private static final int VERSION_AT = 4;

  /** How many segments a page has, by the fixed part of its header. */
  static int segments(ByteBuffer header) {
    return header.get(SEGMENTS_AT) & 0xFF;
  }

  /** Reads a header: little-endian, complete, from index 0. */
  static OggPage read(ByteBuffer header, long start) throws AudioException {
    int version = header.get(VERSION_AT) & 0xFF;
    if (version != 0) {
      throw AudioException.malformed(
          start, "An Ogg page has version " + version + "; version 0 was expected");
    }
    int flags = header.get(FLAGS_AT);
    return new OggPage(
        start,
        (flags & CONTINUED) != 0,
        (flags & FIRST) != 0,
        (flags & LAST) != 0,
        header.getInt(SERIAL_AT),
        header.getInt(SEQUENCE_AT),
        header.slice(FIXED_HEADER_BYTES, segments(header)));
  }

  int headerBytes() {
    return FIXED_HEADER_BYTES + segments();
  }

  int segments() {
    return lacing.capacity();
  }

  int segmentBytes(int segment) {
    return lacing.get(segment) & 0xFF;
  }

  int bodyBytes() {
    int sum = 0;
    for (int segment = 0; segment < segments(); segment++) {
      sum += segmentBytes(segment);
    }
    return sum;
  }
}
