package org.speechservlet.browser;

import java.util.Locale;

/** The colour scheme that somebody prefers. */
public enum ColorScheme {
  LIGHT,
  DARK;

  /** As in {@code prefers-color-scheme}. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
