package org.speechservlet.config;

import java.util.regex.Pattern;

/** Text of unknown origin, made fit for a line of a log. */
final class SafeText {
  private static final int MAX_LENGTH = 200;

  /** What a key of the Speech service looks like; the longest name of a region has 18 letters. */
  private static final Pattern LOOKS_LIKE_A_KEY = Pattern.compile("[A-Za-z0-9+/=_]{28,}");

  private SafeText() {}

  /** Cuts long text, replaces control characters, and hides what might be a misplaced key. */
  static String of(String text) {
    if (LOOKS_LIKE_A_KEY.matcher(text).matches()) {
      return "<" + text.length() + " characters, hidden because they look like a key>";
    }
    String oneLine = text.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() <= MAX_LENGTH ? oneLine : oneLine.substring(0, MAX_LENGTH) + "...";
  }
}
