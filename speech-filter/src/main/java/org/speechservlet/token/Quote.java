package org.speechservlet.token;

import java.util.regex.Pattern;

/** Text that came from elsewhere, made fit for a line of a log. */
final class Quote {
  private static final int MAX_LENGTH = 160;

  /** Keys have 32 or 84 characters, a JWT begins alike whatever it holds; host names have dots. */
  private static final Pattern MAY_BE_SECRET =
      Pattern.compile("eyJ[A-Za-z0-9._-]{8,}|[A-Za-z0-9+/=_-]{28,}");

  private static final Pattern MARKUP = Pattern.compile("(?s)<(script|style)\\b.*?</\\1>|<[^>]*>");
  private static final Pattern NOT_PRINTABLE =
      Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private Quote() {}

  /**
   * Strips mark-up and control characters, hides what might be a key or a token, and cuts.
   *
   * @return text in quotation marks; empty if nothing is left
   */
  static String of(String text) {
    String start = text.substring(0, Math.min(text.length(), 16 * MAX_LENGTH));
    String plain = MARKUP.matcher(start).replaceAll(" ");
    String line = NOT_PRINTABLE.matcher(plain).replaceAll(" ").strip();
    String safe = MAY_BE_SECRET.matcher(line).replaceAll("<hidden>");
    if (safe.isEmpty()) {
      return "";
    }
    return '"' + (safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + "...") + '"';
  }
}
