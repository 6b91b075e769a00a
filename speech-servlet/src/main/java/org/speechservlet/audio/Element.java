package org.speechservlet.audio;

/**
 * The header of one element in a file that is made of nested ones: an EBML element (RFC 8794), or a
 * box of MP4 (ISO/IEC 14496-12, section 4.2).
 *
 * @param id what kind it is, as its bytes read as a big-endian number
 * @param start where in the upload its header begins
 * @param headerBytes how long its header is
 * @param contentBytes how long its content is, or {@link #UNKNOWN}
 */
record Element(int id, long start, int headerBytes, long contentBytes) {

  /** The size of an element that goes on until another one, or the file, ends it. */
  static final long UNKNOWN = Long.MAX_VALUE;

  boolean isSizeUnknown() {
    return contentBytes == UNKNOWN;
  }

  /** Where in the upload its content begins. */
  long contentStart() {
    return start + headerBytes;
  }

  /** Where in the upload it ends; {@link #UNKNOWN} if it does not say. */
  long end() {
    return isSizeUnknown() ? UNKNOWN : contentStart() + contentBytes;
  }
}
