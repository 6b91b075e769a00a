package org.speechservlet.tool;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * How a document is written, so that what is added looks like the rest of it.
 *
 * @param prefix of its elements; empty if they have none
 * @param indent white space before the elements directly within the root; one level of depth
 * @param lineEnd what ends a line
 * @param charset what it is encoded in; other characters are written as references
 */
record XmlStyle(String prefix, String indent, String lineEnd, Charset charset) {
  private static final String DEFAULT_INDENT = "  ";

  /** Takes the style of a document. */
  static XmlStyle of(XmlText document, Layout layout, String prefix) {
    return new XmlStyle(
        prefix, indentOf(document.text(), layout), document.lineEnd(), document.charset());
  }

  private static String indentOf(String text, Layout layout) {
    for (Markup child : layout.children()) {
      int start = child.start();
      while (isIndent(text.charAt(start - 1))) {
        start--;
      }
      boolean isFirstOfLine = text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
      if (isFirstOfLine && start < child.start()) {
        return text.substring(start, child.start());
      }
    }
    return DEFAULT_INDENT;
  }

  /** Whether a character may stand before the first one of a line. */
  static boolean isIndent(char c) {
    return c == ' ' || c == '\t';
  }

  /** Returns the name of an element with the document's prefix. */
  String qualified(String localName) {
    return prefix.isEmpty() ? localName : prefix + ":" + localName;
  }

  /** Begins a line at a depth, 0 for the root. */
  String newLine(int depth) {
    return lineEnd + indent.repeat(depth);
  }

  /** Writes an element, each line with its beginning. */
  String write(Element element, int depth) {
    String name = qualified(element.name());
    StringBuilder xml = new StringBuilder(newLine(depth)).append('<').append(name).append('>');
    for (Element child : element.children()) {
      xml.append(write(child, depth + 1));
    }
    if (!element.children().isEmpty()) {
      xml.append(newLine(depth));
    }
    return xml.append(escape(element.text())).append("</").append(name).append('>').toString();
  }

  private String escape(String text) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(escape(c, encoder)));
    return escaped.toString();
  }

  private static String escape(int codePoint, CharsetEncoder encoder) {
    String character = Character.toString(codePoint);
    return switch (codePoint) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> encoder.canEncode(character) ? character : "&#" + codePoint + ";";
    };
  }
}
