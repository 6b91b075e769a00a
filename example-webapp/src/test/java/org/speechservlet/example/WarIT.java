package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The packaged WAR, which has to live in a container that knows nothing of this project. */
final class WarIT {

  private static final String LIB = "WEB-INF/lib/";

  @Test
  void war_libraries_areTheOnesThatTheServletNeeds() throws IOException {
    List<String> libraries =
        names().stream()
            .filter(name -> name.startsWith(LIB) && name.endsWith(".jar"))
            .map(name -> name.substring(LIB.length()).replaceAll("-[0-9].*", ""))
            .sorted()
            .toList();

    assertEquals(
        List.of(
            "bucket4j_jdk17-core",
            "httpclient5",
            "httpcore5",
            "httpcore5-h2",
            "jakarta.json-api",
            "parsson",
            "slf4j-api",
            "slf4j-jdk14",
            "speech-filter",
            "speech-servlet"),
        libraries);
  }

  @Test
  void war_serverThatRunsTheExample_isNotInside() throws IOException {
    assertEquals(
        List.of(), names().stream().filter(name -> name.startsWith("WEB-INF/classes/")).toList());
  }

  @Test
  void war_pageAndDescriptor_areInside() throws IOException {
    assertTrue(names().containsAll(List.of("index.html", "WEB-INF/web.xml", "samples/claim.wav")));
  }

  private static List<String> names() throws IOException {
    try (ZipFile war = new ZipFile(Built.WAR.toFile())) {
      return war.stream().map(ZipEntry::getName).toList();
    }
  }
}
