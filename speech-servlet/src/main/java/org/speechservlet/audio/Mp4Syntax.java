package org.speechservlet.audio;

import java.nio.ByteBuffer;

/**
 * Headers of MP4 boxes (ISO/IEC 14496-12, section 4.2): a size, which includes the header, and a
 * type. A size of 1 says that a longer one follows, a size of 0 that the box goes on to the end of
 * the file.
 */
final class Mp4Syntax implements ElementSyntax {
  private static final int SHORT_HEADER_BYTES = 8;
  private static final int LONG_HEADER_BYTES = 16;
  private static final int TYPE_AT = 4;
  private static final int LONG_SIZE_AT = 8;
  private static final long MAX_BYTES = 1L << 56;

  @Override
  public int minHeaderBytes() {
    return SHORT_HEADER_BYTES;
  }

  @Override
  public int headerBytes(ByteBuffer head, long start) {
    return head.getInt(0) == 1 ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES;
  }

  @Override
  public Element read(ByteBuffer head, long start) throws AudioException {
    int type = head.getInt(TYPE_AT);
    for (int at = TYPE_AT; at < LONG_SIZE_AT; at++) {
      if ((head.get(at) & 0xFF) < ' ') {
        throw AudioException.malformed(start, "The MP4 file has no box where one was expected");
      }
    }
    boolean isLong = head.limit() == LONG_HEADER_BYTES;
    long size = isLong ? head.getLong(LONG_SIZE_AT) : Integer.toUnsignedLong(head.getInt(0));
    if (size == 0 && type == Mp4Box.MDAT) {
      return new Element(type, start, head.limit(), Element.UNKNOWN);
    }
    if (size < head.limit() || size > MAX_BYTES) {
      throw AudioException.malformed(
          start,
          "A box of the MP4 file says that it has " + Long.toUnsignedString(size) + " bytes");
    }
    return new Element(type, start, head.limit(), size - head.limit());
  }

  /** Nothing but the end of the file ends a box that does not say its size. */
  @Override
  public boolean ends(Element open, Element next) {
    return false;
  }
}
