package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Reads a SimpleBlock or Block (RFC 9559, section 10): track number, time, flags, then one frame
 * or, laced, up to 256.
 */
final class WebmBlock {

  /** The shortest header: a track number below 127, two bytes of time, the flags. */
  static final int MIN_HEADER_BYTES = 4;

  /** More than the longest Opus packet, and far more than 120 ms of speech have. */
  static final int MAX_BYTES = 64 * 1024;

  private static final int TIME_AND_FLAGS_BYTES = 3;

  private final long start;
  private final ByteBuffer bytes;

  /**
   * @param start where in the upload its content begins
   * @param bytes what is here of the content, big-endian, from index 0; it may be the first bytes
   *     only
   */
  WebmBlock(long start, ByteBuffer bytes) throws AudioException {
    this.start = start;
    this.bytes = bytes;
    if (bytes.limit() < MIN_HEADER_BYTES) {
      throw broken("has " + bytes.limit() + " bytes; it needs " + MIN_HEADER_BYTES);
    }
    if (trackBytes() > EbmlVint.MAX_BYTES) {
      throw broken("has a track number of more than eight bytes");
    }
  }

  private int trackBytes() {
    return EbmlVint.length(bytes.get(0));
  }

  /** How long the header is; if more than is here, the other methods cannot be called yet. */
  int headerBytes() {
    return trackBytes() + TIME_AND_FLAGS_BYTES;
  }

  long track() {
    return EbmlVint.value(bytes, 0);
  }

  /** Gives all frames of a complete block to a writer. */
  void writeTo(OggOpusWriter writer) throws AudioException {
    int flags = bytes.get(headerBytes() - 1);
    WebmLacing lacing = WebmLacing.read(bytes, headerBytes(), flags, start);
    int at = lacing.framesAt();
    for (int frame = 0; frame < lacing.frames(); frame++) {
      int size = lacing.frameBytes(frame);
      writer.packet(bytes.slice(at, size), start + at);
      at += size;
    }
  }

  private AudioException broken(String problem) {
    return AudioException.malformed(start, "A block of the WebM file " + problem);
  }
}
