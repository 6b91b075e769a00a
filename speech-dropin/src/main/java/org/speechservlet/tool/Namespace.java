package org.speechservlet.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The two packages that the Servlet API has had: up to version 4.0, and from 5.0. */
enum Namespace {
  JAVAX,
  JAKARTA;

  private static final String RESOURCE = "servlet-api.properties";

  private final String packageName;

  Namespace() {
    this.packageName = read(word());
  }

  private static String read(String word) {
    Properties names = new Properties();
    try (InputStream resource = Namespace.class.getResourceAsStream(RESOURCE)) {
      names.load(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.getProperty(word);
  }

  /** Finds one by its first word, such as {@code javax}. */
  static Optional<Namespace> ofWord(String word) {
    for (Namespace namespace : values()) {
      if (namespace.word().equals(word)) {
        return Optional.of(namespace);
      }
    }
    return Optional.empty();
  }

  /** Its first word, which is also the value of an option. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the package. */
  String packageName() {
    return packageName;
  }

  /** What the names of its classes begin with in a class file (JVMS, section 4.2.1). */
  String binaryPrefix() {
    return packageName.replace('.', '/') + "/";
  }

  Namespace other() {
    return this == JAVAX ? JAKARTA : JAVAX;
  }

  /** The servers that have it. */
  String servers() {
    return this == JAVAX
        ? "Tomcat 9 and before, Jetty 10 and before, Jetty 12 with EE8"
        : "Tomcat 10 and later, Jetty 11, Jetty 12 with EE9 and later";
  }
}
