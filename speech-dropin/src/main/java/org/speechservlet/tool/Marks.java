package org.speechservlet.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two comments between which everything stands that {@code add} writes into a web.xml. The
 * first one tells what {@code remove} needs to know.
 */
final class Marks {
  private static final String BEGIN = "speech-servlet:begin";
  private static final String END = "speech-servlet:end";
  private static final Pattern BEGIN_COMMENT =
      Pattern.compile("<!--\\s+" + BEGIN + " jar=(\\S+)(?: (was-\\w+))?\\s[^-]*-->");
  private static final Pattern END_COMMENT = Pattern.compile("<!--\\s+" + END + "\\s+-->");

  /**
   * What the first comment tells.
   *
   * @param jarName name of the JAR in WEB-INF/lib
   * @param origin what there was before
   */
  record Begin(String jarName, Origin origin) {

    String comment() {
      String facts = (BEGIN + " jar=" + jarName + " " + origin.word()).strip();
      return "<!-- " + facts + " (what follows was added; the command \"remove\" takes it out) -->";
    }
  }

  private Marks() {}

  static String endComment() {
    return "<!-- " + END + " -->";
  }

  static boolean isBegin(String comment) {
    return BEGIN_COMMENT.matcher(comment).matches();
  }

  static boolean isEnd(String comment) {
    return END_COMMENT.matcher(comment).matches();
  }

  /** Reads a comment that {@link #isBegin} takes for a first one. */
  static Begin read(String comment) {
    Matcher begin = BEGIN_COMMENT.matcher(comment);
    if (!begin.matches()) {
      throw new IllegalArgumentException("not the first mark: " + comment);
    }
    String word = begin.group(2);
    return new Begin(begin.group(1), word == null ? Origin.ELEMENT : Origin.ofWord(word));
  }
}
