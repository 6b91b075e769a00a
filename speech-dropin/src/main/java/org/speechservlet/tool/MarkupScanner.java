package org.speechservlet.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into its markup, and tells where each piece stands. No parser of the JDK tells
 * the place of a piece to the character; so this one does, and relies on one of them having found
 * the document well-formed before. Confined to one scan.
 */
final class MarkupScanner {
  private final String text;
  private final List<Markup> found = new ArrayList<>();

  private MarkupScanner(String text) {
    this.text = text;
  }

  /**
   * Scans a document.
   *
   * @param text a well-formed document
   * @throws FailureException if markup does not end
   */
  static List<Markup> scan(String text) throws FailureException {
    MarkupScanner scanner = new MarkupScanner(text);
    int next = text.indexOf('<');
    while (next >= 0) {
      Markup markup = scanner.markupAt(next);
      scanner.found.add(markup);
      next = text.indexOf('<', markup.end());
    }
    return scanner.found;
  }

  private Markup markupAt(int start) throws FailureException {
    if (text.startsWith("<!--", start)) {
      return new Markup(Markup.Kind.COMMENT, start, after("-->", start + 4));
    } else if (text.startsWith("<![CDATA[", start)) {
      return new Markup(Markup.Kind.OTHER, start, after("]]>", start));
    } else if (text.startsWith("<?", start)) {
      return new Markup(Markup.Kind.OTHER, start, after("?>", start));
    } else if (text.startsWith("<!", start)) {
      return new Markup(Markup.Kind.DOCTYPE, start, afterDoctype(start + 2));
    } else if (text.startsWith("</", start)) {
      return new Markup(Markup.Kind.END_TAG, start, after(">", start));
    }
    int end = afterTag(start);
    boolean isEmpty = text.charAt(end - 2) == '/';
    return new Markup(isEmpty ? Markup.Kind.EMPTY_TAG : Markup.Kind.START_TAG, start, end);
  }

  private int after(String end, int from) throws FailureException {
    int at = text.indexOf(end, from);
    if (at < 0) {
      throw endless(from);
    }
    return at + end.length();
  }

  private int afterTag(int from) throws FailureException {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i + 1;
      } else if (c == '"' || c == '\'') {
        i = after(String.valueOf(c), i + 1) - 1;
      }
    }
    throw endless(from);
  }

  /** A document type declaration may have declarations of its own between brackets. */
  private int afterDoctype(int from) throws FailureException {
    boolean isInside = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>' && !isInside) {
        return i + 1;
      } else if (c == '[' || c == ']') {
        isInside = c == '[';
      } else if (text.startsWith("<!--", i)) {
        i = after("-->", i + 4) - 1;
      } else if (text.startsWith("<?", i)) {
        i = after("?>", i) - 1;
      } else if (c == '"' || c == '\'') {
        i = after(String.valueOf(c), i + 1) - 1;
      }
    }
    throw endless(from);
  }

  private static FailureException endless(int from) {
    return new FailureException(
        "WEB-INF/web.xml has markup at character " + from + " that does not end.");
  }
}
