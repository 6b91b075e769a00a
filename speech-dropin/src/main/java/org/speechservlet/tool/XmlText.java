package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML document as characters, so kept that the bytes it came from can be had again.
 *
 * @param text without a byte order mark
 * @param charset in which it is written
 * @param hasMark whether the bytes begin with a byte order mark
 */
record XmlText(String text, Charset charset, boolean hasMark) {
  private static final String MARK = "\uFEFF";
  private static final Pattern DECLARED =
      Pattern.compile("\\A<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final int LONGEST_DECLARATION = 256;

  /**
   * Decodes a document as XML 1.0, appendix F, says.
   *
   * @throws FailureException if its encoding is unknown here, or if writing the characters would
   *     not give the same bytes again
   */
  static XmlText decode(byte[] bytes) throws FailureException {
    Charset charset = charsetOf(bytes);
    String text = new String(bytes, charset);
    int wrong = Arrays.mismatch(text.getBytes(charset), bytes);
    if (wrong >= 0) {
      throw new FailureException(
          ("WEB-INF/web.xml is written in %s, but byte %d is not of it. Save it anew in"
                  + " the encoding that its first line names.")
              .formatted(charset, wrong));
    }
    boolean hasMark = text.startsWith(MARK);
    return new XmlText(hasMark ? text.substring(1) : text, charset, hasMark);
  }

  private static Charset charsetOf(byte[] bytes) throws FailureException {
    String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), ISO_8859_1);
    for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
      if (head.startsWith(asLatin1(MARK, charset))) {
        return charset;
      }
    }
    for (Charset charset : List.of(UTF_16BE, UTF_16LE)) {
      if (head.startsWith(asLatin1("<?", charset)) || head.startsWith(asLatin1("<w", charset))) {
        return charset;
      }
    }
    Matcher declared = DECLARED.matcher(head);
    return declared.find() ? named(declared.group(1)) : UTF_8;
  }

  private static String asLatin1(String text, Charset charset) {
    return new String(text.getBytes(charset), ISO_8859_1);
  }

  private static Charset named(String name) throws FailureException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new FailureException(
          "WEB-INF/web.xml says that it is written in "
              + name
              + ", which this Java does not know. Save it in UTF-8.");
    }
  }

  /** The same document with other characters in it. */
  XmlText with(String changed) {
    return new XmlText(changed, charset, hasMark);
  }

  byte[] encode() {
    return (hasMark ? MARK + text : text).getBytes(charset);
  }

  /** The line ends that it has: those of its first line. */
  String lineEnd() {
    int feed = text.indexOf('\n');
    if (feed > 0 && text.charAt(feed - 1) == '\r') {
      return "\r\n";
    }
    return feed < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
  }
}
