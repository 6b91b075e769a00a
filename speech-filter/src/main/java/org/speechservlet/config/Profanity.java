package org.speechservlet.config;

import java.util.Locale;

/** What becomes of profanity in the text ({@code speech.profanity}). */
public enum Profanity {
  /** Replaced by asterisks. */
  MASKED,
  /** Left out. */
  REMOVED,
  /** Left as spoken. */
  RAW;

  /** Returns the value of the service's query parameter {@code profanity}. */
  public String parameterValue() {
    return name().toLowerCase(Locale.ROOT);
  }
}
