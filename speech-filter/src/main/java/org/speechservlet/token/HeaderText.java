package org.speechservlet.token;

/** What a credential must be made of to stand in a header field (RFC 9110, section 5.5). */
final class HeaderText {
  private HeaderText() {}

  /**
   * Checks a credential without ever quoting it.
   *
   * @throws IllegalArgumentException if it is empty, too long, or has characters other than visible
   *     ASCII
   */
  static void check(String what, String text, int maxLength) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          what + " has at most " + maxLength + " characters, but this has " + text.length());
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isVisibleAscii(text.charAt(i))) {
        throw new IllegalArgumentException(
            what
                + " is made of visible ASCII characters, but character "
                + (i + 1)
                + " is not one");
      }
    }
  }

  private static boolean isVisibleAscii(char c) {
    return c > ' ' && c < 0x7f;
  }
}
