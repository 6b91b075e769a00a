package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The types of the page's scripts, which TypeScript checks where it is installed: {@code npm
 * install --global typescript@5}. It is looked for on the PATH; the environment variable TSC may
 * name another.
 */
final class PageTypesTest {

  @ParameterizedTest
  @ValueSource(strings = {"modules.json", "tsconfig.json"})
  void pageScripts_checkedByTypeScript_haveNoErrors(String project) throws Exception {
    Optional<Path> compiler = compiler();
    assumeTrue(
        compiler.isPresent(),
        "Neither is tsc on the PATH nor does TSC name it; the types of the page's scripts were not checked");
    Process check =
        new ProcessBuilder(compiler.get().toString(), "--project", "src/test/ts/" + project)
            .redirectErrorStream(true)
            .start();
    String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, check.waitFor(), output);
  }

  private static Optional<Path> compiler() {
    String named = System.getenv("TSC");
    Stream<Path> candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "tsc"));
    return candidates.filter(Files::isExecutable).findFirst();
  }
}
