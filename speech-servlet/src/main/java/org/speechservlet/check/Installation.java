package org.speechservlet.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.SettingsReading;
import org.speechservlet.token.TokenManager;

/**
 * What is checked.
 *
 * @param name for the names of threads
 * @param reading its settings, be they right or wrong
 * @param tokens the manager of the application that runs; null if none runs
 */
public record Installation(String name, SettingsReading reading, @Nullable TokenManager tokens) {

  /** Checks that what may not be null is not. */
  public Installation {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reading, "reading");
  }
}
