package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that a kind of file begins with.
 *
 * @param bytes a Latin-1 character each; {@code ?} stands for any byte
 * @param name what the kind is called in a sentence
 */
record FileSignature(String bytes, String name) {
  private static final char ANY = '?';

  /** The name that goes with the first signature of a list that {@code head} begins with. */
  static Optional<String> find(List<FileSignature> signatures, ByteBuffer head) {
    return signatures.stream()
        .filter(signature -> signature.matches(head))
        .map(FileSignature::name)
        .findFirst();
  }

  /** True if a buffer begins with these bytes, from index 0 to its limit. */
  boolean matches(ByteBuffer head) {
    if (head.limit() < bytes.length()) {
      return false;
    }
    for (int i = 0; i < bytes.length(); i++) {
      char expected = bytes.charAt(i);
      if (expected != ANY && expected != (head.get(i) & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** The first bytes of a buffer, from index 0, as Latin-1 characters. */
  static String latin1(ByteBuffer head, int length) {
    byte[] bytes = new byte[Math.min(length, head.limit())];
    head.get(0, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
