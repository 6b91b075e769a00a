package org.speechservlet.dropin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build made: the JAR under test, and the foreign JARs that it is put beside. */
final class Dropin {
  static final Path JAR = Path.of(System.getProperty("dropin.jar"));

  /** {@code jakarta} or {@code javax}. */
  static final String NAMESPACE = System.getProperty("servlet.namespace");

  private static final Path SURROUNDINGS = Path.of(System.getProperty("surroundings"));

  private Dropin() {}

  /** The internal name of a class of the Servlet API, under the JAR's namespace. */
  static String servletApi(String name) {
    return NAMESPACE + "/servlet/" + name;
  }

  /**
   * Finds foreign JARs.
   *
   * @param names such as {@code slf4j-api-1.7.36}
   */
  static List<Path> foreign(String... names) {
    return Stream.of(names).map(Dropin::foreign).toList();
  }

  private static Path foreign(String name) {
    Path jar = SURROUNDINGS.resolve(name + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there; mvn verify puts it there");
    }
    return jar;
  }
}
