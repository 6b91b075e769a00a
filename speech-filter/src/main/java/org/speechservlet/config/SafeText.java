package org.speechservlet.config;

import java.util.regex.Pattern;

/** Text of unknown origin, made fit for a line of a log. */
final class SafeText {
  private static final int MAX_LENGTH = 200;

  /** Keys have 32 or 84 letters and digits; the longest name of a region has 18 letters. */
  private static final Pattern LOOKS_LIKE_A_KEY =
      Pattern.compile("(?=[A-Za-z+=_]*[0-9])[A-Za-z0-9+=_]{28,}");

  private static final Pattern USER_AND_PASSWORD = Pattern.compile("[^\\s/@]*:[^\\s/@]*@");

  private SafeText() {}

  /** Cuts long text, replaces control characters, and hides what might be a misplaced secret. */
  static String of(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}", "?");
    String open = USER_AND_PASSWORD.matcher(oneLine).replaceAll("<hidden>@");
    String safe = LOOKS_LIKE_A_KEY.matcher(open).replaceAll("<hidden, as it looks like a key>");
    return safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + "...";
  }
}
