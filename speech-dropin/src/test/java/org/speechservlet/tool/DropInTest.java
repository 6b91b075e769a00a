package org.speechservlet.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JAR that runs. */
final class DropInTest {
  @TempDir private Path folder;

  private Path jar(String name, Namespace namespace) throws IOException {
    byte[] servlet = ClassBytes.servlet(namespace);
    byte[] jar =
        new Archive().with("org/speechservlet/servlet/SpeechServlet.class", servlet).bytes();
    return Files.write(folder.resolve(name), jar);
  }

  private static String problem(Path path) {
    return assertThrows(FailureException.class, () -> DropIn.read(path)).getMessage();
  }

  @Test
  void read_tellsTheServletApiByTheServlet() throws Exception {
    for (Namespace namespace : Namespace.values()) {
      DropIn dropIn = DropIn.read(jar("a.jar", namespace));
      assertEquals(namespace, dropIn.namespace());
      assertEquals("WEB-INF/lib/a.jar", dropIn.entryName());
      assertEquals("speech-servlet-VERSION-dropin.jar", dropIn.fileNameFor(Namespace.JAKARTA));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a (1).jar", "a--b.jar", "größe.jar", "a.zip"})
  void read_ofNameThatCannotBeKept_isRefused(String name) throws IOException {
    assertTrue(problem(jar(name, Namespace.JAKARTA)).startsWith("This JAR is called " + name));
  }

  @Test
  void read_ofFolder_tellsHowToStart() {
    assertTrue(problem(folder).contains("This runs from the folder " + folder));
  }

  @Test
  void read_ofJarWithoutServlet_isRefused() throws IOException {
    Path thin = Files.write(folder.resolve("a.jar"), new Archive().with("a", "b").bytes());
    assertTrue(problem(thin).contains("has no SpeechServlet in it"));
  }

  @Test
  void find_ofClassInFolder_isThatFolder() throws Exception {
    Path found = new CodeSourceLocation(SpeechTool.class).find();
    assertTrue(Files.exists(found.resolve("org/speechservlet/tool/SpeechTool.class")));
  }

  @Test
  void find_ofClassOfTheRuntime_isRefused() {
    FailureException e =
        assertThrows(FailureException.class, () -> new CodeSourceLocation(String.class).find());
    assertTrue(e.getMessage().contains("which is no file"), e.getMessage());
  }
}
