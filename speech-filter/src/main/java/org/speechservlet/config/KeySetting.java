package org.speechservlet.config;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one of the resource's two keys is found.
 *
 * <p>Equality is spelled out: of the one that a record has by itself, Java 17 keeps the record's
 * class in mind as long as the virtual machine runs, and with it an undeployed application.
 */
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
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text && text.value.equals(value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
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

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof File file && file.path.equals(path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }
}
