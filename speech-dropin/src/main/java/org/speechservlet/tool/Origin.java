package org.speechservlet.tool;

import java.util.Arrays;

/** What there was before {@code add} wrote into a web.xml, as its first comment keeps it. */
enum Origin {
  /** A root element with a start tag and an end tag. */
  ELEMENT(""),
  /** A root element that was an empty tag. */
  EMPTY_TAG("was-empty"),
  /** No web.xml at all. */
  NO_FILE("was-absent");

  private final String word;

  Origin(String word) {
    this.word = word;
  }

  static Origin ofWord(String word) {
    return Arrays.stream(values()).filter(o -> o.word.equals(word)).findFirst().orElse(ELEMENT);
  }

  /** The word in the comment; empty for the usual case. */
  String word() {
    return word;
  }
}
