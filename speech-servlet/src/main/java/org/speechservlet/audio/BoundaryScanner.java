package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds the delimiters of a multipart body (RFC 2046, section 5.1.1): CR LF, two hyphens, the
 * boundary. Holds nothing but the number of bytes that match so far, since what matched is known.
 */
final class BoundaryScanner {
  private static final byte CR = '\r';
  private static final int LINE_END_BYTES = 2;

  private final byte[] delimiter;
  private int matched = LINE_END_BYTES; // the first delimiter may stand at the very start

  BoundaryScanner(String boundary) {
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
  }

  int delimiterBytes() {
    return delimiter.length;
  }

  /**
   * Passes bytes on until a delimiter is complete, which gives true and leaves the input behind it,
   * or the input is used up.
   */
  boolean scan(ByteBuffer input, AudioReader content) throws AudioException {
    return (matched > 0 && resume(input, content)) || search(input, content);
  }

  /** Goes on with a match that the input before ended in. A CR can only be its first byte. */
  private boolean resume(ByteBuffer input, AudioReader content) throws AudioException {
    while (matched > 0 && input.hasRemaining()) {
      if (input.get(input.position()) == delimiter[matched]) {
        input.get();
        matched = (matched + 1) % delimiter.length;
        if (matched == 0) {
          return true;
        }
      } else {
        content.feed(ByteBuffer.wrap(delimiter, 0, matched));
        matched = 0;
      }
    }
    return false;
  }

  private boolean search(ByteBuffer input, AudioReader content) throws AudioException {
    for (int at = input.position(); at < input.limit(); at++) {
      int length = input.get(at) == CR ? matchLength(input, at) : 0;
      if (length > 0 && (length == delimiter.length || at + length == input.limit())) {
        passUpTo(at, input, content);
        input.position(at + length);
        matched = length % delimiter.length;
        return matched == 0;
      }
    }
    content.feed(input);
    return false;
  }

  private int matchLength(ByteBuffer input, int at) {
    int most = Math.min(delimiter.length, input.limit() - at);
    int length = 1;
    while (length < most && input.get(at + length) == delimiter[length]) {
      length++;
    }
    return length;
  }

  private static void passUpTo(int at, ByteBuffer input, AudioReader content)
      throws AudioException {
    int end = input.limit();
    input.limit(at);
    content.feed(input);
    input.limit(end);
  }
}
