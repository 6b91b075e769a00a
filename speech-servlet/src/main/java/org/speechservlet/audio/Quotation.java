package org.speechservlet.audio;

/** Text that a client sent, made fit to be quoted in a message. */
final class Quotation {
  private static final int MAX_CHARACTERS = 40;

  private Quotation() {}

  /** The text in quotes; cut if it is long, and with {@code ?} for what is not printable ASCII. */
  static String of(String text) {
    boolean isLong = text.length() > MAX_CHARACTERS;
    String start = isLong ? text.substring(0, MAX_CHARACTERS) : text;
    return '"' + start.replaceAll("[^ -~]|[\"<>&]", "?") + (isLong ? "..." : "") + '"';
  }
}
