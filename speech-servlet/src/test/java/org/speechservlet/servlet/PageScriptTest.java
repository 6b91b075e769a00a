package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests of the dictation button's modules, which Node's own test runner runs. */
final class PageScriptTest {
  private static final Path MODULES =
      Path.of("src/main/resources/org/speechservlet/servlet/dictation");

  @Test
  void modules_inNode_passTheirTests() throws Exception {
    List<String> command = new ArrayList<>(List.of("node", "--test"));
    command.addAll(files(Path.of("src/test/js"), ".test.js"));

    run(command);
  }

  @Test
  void modules_eachOne_parses() throws Exception {
    for (String module : files(MODULES, ".js")) {
      run(List.of("node", "--experimental-default-type=module", "--check", module));
    }
  }

  private static void run(List<String> command) throws Exception {
    assumeTrue(isOnPath("node"), "Node is not on the PATH; the page's modules were not tested");
    Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, node.waitFor(), output);
  }

  private static List<String> files(Path folder, String ending) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(ending)).sorted().toList();
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }
}
