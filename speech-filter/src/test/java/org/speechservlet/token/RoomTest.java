package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rooms are told apart by what they import. */
final class RoomTest {
  private static final Path SOURCES = Path.of("src/main/java/org/speechservlet");

  @Test
  void httpClient_isKnownToTheEndpointAlone() throws IOException {
    assertEquals(Set.of("TokenEndpoint.java"), importing("org.apache.hc."));
  }

  @Test
  void json_isKnownToOneClassAlone() throws IOException {
    assertEquals(Set.of("JsonFields.java"), importing("jakarta.json."));
  }

  @Test
  void settings_knowNothingOfTokens() throws IOException {
    assertEquals(Set.of(), importing("org.speechservlet.token", "config"));
  }

  @Test
  void systemTime_isReadWhereThingsAreWiredAlone() throws IOException {
    Set<String> users = using("System(\\.|::)nanoTime|Clock\\.system|Instant\\.now|Thread\\.sleep");
    assertEquals(Set.of("TokenManager.java"), users);
  }

  private static Set<String> importing(String prefix) throws IOException {
    return importing(prefix, "");
  }

  private static Set<String> importing(String prefix, String room) throws IOException {
    return matching(room, "(?s).*\\nimport (static )?" + prefix.replace(".", "\\.") + ".*");
  }

  private static Set<String> using(String words) throws IOException {
    return matching("", "(?s).*(" + words + ").*");
  }

  private static Set<String> matching(String room, String pattern) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> read(file).matches(pattern))
          .forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    return names;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
