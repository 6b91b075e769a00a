package org.speechservlet.page;

/** Text as it is written into an attribute in double quotes, right in HTML and in XML. */
public final class MarkupText {
  private MarkupText() {}

  /** Only ASCII, so that it is the same in any charset that a page may have. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(point, escaped));
    return escaped.toString();
  }

  private static void append(int point, StringBuilder escaped) {
    boolean isPlain = point >= ' ' && point <= '~' && "\"&'<>".indexOf(point) < 0;
    if (isPlain) {
      escaped.append((char) point);
    } else {
      escaped.append("&#").append(point).append(';');
    }
  }
}
