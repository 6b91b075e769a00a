package org.speechservlet.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java development kit of this machine.
 *
 * @param home its folder
 * @param feature its feature release, such as 17
 */
public record Jdk(Path home, int feature) {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /**
   * A kit of this release: the one that runs the tests, else the one that the system property or
   * environment variable {@code JAVA<feature>_HOME} names, else one that lies beside the one that
   * runs the tests.
   */
  public static Optional<Jdk> find(int feature) {
    Path running = realPath(Path.of(System.getProperty("java.home")));
    Stream<Path> named = named("JAVA" + feature + "_HOME").map(Path::of).stream();
    return Stream.of(Stream.of(running), named, siblings(running).stream())
        .flatMap(homes -> homes)
        .flatMap(home -> read(home).stream())
        .filter(jdk -> jdk.feature() == feature)
        .findFirst();
  }

  /** One of its programs, such as {@code java} or {@code jcmd}. */
  public String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static Optional<String> named(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(name)))
        .filter(value -> !value.isBlank());
  }

  private static List<Path> siblings(Path home) {
    Path folder = home.getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.map(Jdk::realPath).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Nothing where it is no kit: one with its compiler, since the kit's tools are needed. */
  private static Optional<Jdk> read(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/jcmd"))) {
      return Optional.empty();
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find()
          ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1))))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
