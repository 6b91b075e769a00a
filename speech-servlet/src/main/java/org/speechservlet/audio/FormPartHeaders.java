package org.speechservlet.audio;

import java.nio.charset.StandardCharsets;

/** Gathers the headers of one part of a multipart body, up to the empty line behind them. */
final class FormPartHeaders {

  /** The most that the headers of a part may have. */
  static final int MAX_BYTES = 4 * 1024;

  private final byte[] bytes = new byte[MAX_BYTES];
  private long start;
  private int size;

  /** Begins anew; {@code newStart} is where in the upload the headers begin. */
  void begin(long newStart) {
    start = newStart;
    size = 0;
  }

  /** Takes a byte; true if it ends the empty line. */
  boolean take(byte next) throws AudioException {
    if (size == MAX_BYTES) {
      throw AudioException.malformed(
          start, "The headers of a part of the form have more than " + MAX_BYTES + " bytes");
    }
    bytes[size++] = next;
    return size == 2 ? isLineEnd(0) : size >= 4 && isLineEnd(size - 2) && isLineEnd(size - 4);
  }

  private boolean isLineEnd(int at) {
    return bytes[at] == '\r' && bytes[at + 1] == '\n';
  }

  /** What the headers say, once they are complete. */
  FormPart part() throws AudioException {
    return FormPart.read(new String(bytes, 0, size, StandardCharsets.UTF_8), start);
  }
}
