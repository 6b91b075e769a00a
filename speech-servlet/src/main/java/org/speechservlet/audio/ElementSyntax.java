package org.speechservlet.audio;

import java.nio.ByteBuffer;

/** How a kind of file that is made of nested elements writes their headers. */
interface ElementSyntax {

  /** The longest header that any of them has. */
  int MAX_HEADER_BYTES = 16;

  /** The shortest header that there is. */
  int minHeaderBytes();

  /**
   * How long a header is, as far as its first bytes tell: if more than {@code head} has, the answer
   * may grow with what follows.
   *
   * @param head big-endian, from index 0 to its limit
   * @param start where in the upload it begins
   */
  int headerBytes(ByteBuffer head, long start) throws AudioException;

  /** Reads a header that is complete. */
  Element read(ByteBuffer head, long start) throws AudioException;

  /** True if an open element of unknown size ends where another one begins. */
  boolean ends(Element open, Element next);
}
