package org.speechservlet.quota;

import org.jspecify.annotations.Nullable;

/** Texts by their names, in a place that several nodes share. Thread-safe; may block and throw. */
interface SharedTexts extends AutoCloseable {
  @Nullable String get(String name);

  /**
   * Puts a text in the place of another.
   *
   * @param before what was there, null if nothing was
   * @return false if something else is there now, which then stays
   */
  boolean replace(String name, @Nullable String before, String after);

  @Override
  void close();
}
