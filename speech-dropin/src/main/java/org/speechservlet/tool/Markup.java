package org.speechservlet.tool;

/**
 * One piece of markup in a document.
 *
 * @param kind what it is
 * @param start offset of its {@code <}, in characters
 * @param end offset behind its {@code >}, in characters
 */
record Markup(Kind kind, int start, int end) {

  /** What a piece of markup is. */
  enum Kind {
    START_TAG,
    END_TAG,
    EMPTY_TAG,
    COMMENT,
    DOCTYPE,
    /** A CDATA section or a processing instruction. */
    OTHER
  }

  String of(String text) {
    return text.substring(start, end);
  }

  /** Whether this is the start or the whole of an element of this name. */
  boolean isOf(String name, String text) {
    int nameEnd = start + 1 + name.length();
    return (kind == Kind.START_TAG || kind == Kind.EMPTY_TAG)
        && text.startsWith(name, start + 1)
        && !isNamePart(text.charAt(nameEnd));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':';
  }
}
