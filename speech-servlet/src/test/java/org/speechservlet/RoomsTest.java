package org.speechservlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms are told apart by what they import. */
class RoomsTest {
  private static final Path ROOMS = Path.of("src/main/java/org/speechservlet");

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "audio (?!java\\.|org\\.jspecify\\.).*",
        "upstream jakarta\\.servlet\\..*",
        "upstream org\\.speechservlet\\.(?!audio\\.|upstream\\.).*",
        "page org\\.speechservlet\\.(?!page\\.).*",
        "page org\\.apache\\.hc\\..*",
        "check (jakarta\\.servlet|org\\.apache\\.hc)\\..*",
        "check org\\.speechservlet\\.(?!audio\\.|check\\.|config\\.|token\\.|upstream\\.).*",
        "quota (jakarta\\.servlet|org\\.apache\\.hc)\\..*",
        "quota org\\.speechservlet\\.(?!config\\.|quota\\.).*",
        "servlet io\\.github\\.bucket4j\\..*",
        "metrics (jakarta\\.servlet|org\\.apache\\.hc)\\..*",
        "metrics org\\.speechservlet\\.(?!metrics\\.).*",
        "servlet org\\.apache\\.hc\\..*"
      })
  void room_importsNothingThatItMayNot(String room, String forbidden) throws IOException {
    assertEquals(
        List.of(), imports(ROOMS.resolve(room)).filter(name -> name.matches(forbidden)).toList());
  }

  private static Stream<String> imports(Path room) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(room)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    return sources.stream()
        .flatMap(file -> lines(file).stream())
        .filter(line -> line.startsWith("import "))
        .map(line -> line.replaceFirst("import (static )?", "").replace(";", ""));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
