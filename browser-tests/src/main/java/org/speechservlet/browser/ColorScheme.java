package org.speechservlet.browser;

import java.util.Locale;

/** A colour scheme that somebody may prefer. */
public enum ColorScheme {
  LIGHT,
  DARK;

  /** As in {@code prefers-color-scheme}. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
