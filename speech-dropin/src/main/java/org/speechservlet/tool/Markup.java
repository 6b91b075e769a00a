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
}
