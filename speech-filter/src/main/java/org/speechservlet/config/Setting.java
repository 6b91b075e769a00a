package org.speechservlet.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, what it may be, what it is when nothing was given.
 *
 * @param name such as {@code speech.token.renew-after}
 * @param format how its text is read
 * @param defaultText its default; null if it has none
 * @param isSecret whether its value must never be shown
 */
record Setting<T>(
    String name, ValueFormat<T> format, @Nullable String defaultText, boolean isSecret) {

  static final String PREFIX = "speech.";

  static <T> Setting<T> of(String name, ValueFormat<T> format) {
    return new Setting<>(PREFIX + name, format, null, false);
  }

  static <T> Setting<T> of(String name, ValueFormat<T> format, String defaultText) {
    return new Setting<>(PREFIX + name, format, defaultText, false);
  }

  static <T> Setting<T> secret(String name, ValueFormat<T> format) {
    return new Setting<>(PREFIX + name, format, null, true);
  }

  /** The name as an init-param and below {@code java:comp/env/speech/}. */
  String bareName() {
    return name.substring(PREFIX.length());
  }

  /** The name as an environment variable, such as {@code SPEECH_TOKEN_RENEW_AFTER}. */
  String variableName() {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The text as it may be shown. */
  String masked(String text) {
    return isSecret ? "<set>" : SafeText.of(text);
  }

  /**
   * By the name alone, as names are unique. A record's own hash code must not be used here: before
   * Java 19 the virtual machine keeps the types of the last record that was hashed, and with them
   * the class loader of a web application that has ended.
   */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Setting<?> setting && setting.name.equals(name);
  }
}
