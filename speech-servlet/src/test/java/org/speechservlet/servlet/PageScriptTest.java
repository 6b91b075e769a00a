package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests of the page's scripts, which Node's own test runner runs. */
final class PageScriptTest {
  private static final Path TESTS = Path.of("src/test/js");

  @Test
  void pageScripts_inNode_passTheirTests() throws Exception {
    assumeTrue(isOnPath("node"), "Node is not on the PATH; the page's scripts were not tested");
    List<String> tests = tests();
    assertFalse(tests.isEmpty(), "There are no tests in " + TESTS.toAbsolutePath());

    List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=spec"));
    command.addAll(tests);
    Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, node.waitFor(), output);
  }

  /** Older runners take no pattern, and a folder would be searched for more than these. */
  private static List<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".test.js")).sorted().toList();
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }
}
