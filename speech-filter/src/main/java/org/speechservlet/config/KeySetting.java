package org.speechservlet.config;

import java.nio.file.Path;
import java.util.Objects;

/** Where one of the resource's two keys is found. */
public sealed interface KeySetting {

  /**
   * A key that was given as a value ({@code speech.key}, {@code speech.secondary-key}).
   *
   * @param value the key; never printed by {@link #toString()}
   */
  record Text(String value) implements KeySetting {
    /** Checks that there is a value. */
    public Text {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return "Text[value=<set>]";
    }
  }

  /**
   * A file that holds a key ({@code speech.key-file}, {@code speech.secondary-key-file}).
   *
   * @param path the file, absolute; it is read at each renewal, not at start
   */
  record File(Path path) implements KeySetting {
    /** Checks that there is a path. */
    public File {
      Objects.requireNonNull(path, "path");
    }
  }
}
