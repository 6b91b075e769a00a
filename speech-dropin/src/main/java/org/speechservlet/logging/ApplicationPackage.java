package org.speechservlet.logging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * The package of the application's SLF4J, as a class loader sees it.
 *
 * @param name its name, which no class file of the drop-in may contain
 */
record ApplicationPackage(String name, ClassLoader loader) {
  private static final String NAME = "application-slf4j";

  /** Reads the package's name from where it does not change when packages are moved. */
  static ApplicationPackage seenBy(ClassLoader loader) {
    try (InputStream resource = ApplicationPackage.class.getResourceAsStream(NAME)) {
      byte[] name = Objects.requireNonNull(resource, NAME).readAllBytes();
      return new ApplicationPackage(new String(name, StandardCharsets.US_ASCII).strip(), loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Loads a class and does not initialise it.
   *
   * @param type its name below the package
   */
  Class<?> type(String type) throws ClassNotFoundException {
    return Class.forName(name + "." + type, false, loader);
  }

  /** Loads a class that may be missing. */
  Optional<Class<?>> find(String type) {
    try {
      return Optional.of(type(type));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
