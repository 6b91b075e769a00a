package org.speechservlet.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat's log manager has loggers for each class loader, and the shared folder has one of its own. */
final class SharedFolderLogIT {
  @TempDir private Path folder;

  @Test
  void log_ofASharedFolderUnderTomcatsLogManager_reachesTheServersHandlers() throws Exception {
    String out = runUnderTomcatsLogManager();
    assertTrue(out.contains("the application is there"), out);
    assertTrue(out.contains("one 1 and two"), out);
    assertTrue(out.contains("failed: why"), out);
  }

  private String runUnderTomcatsLogManager() throws Exception {
    Path configuration = folder.resolve("logging.properties");
    Files.writeString(configuration, "handlers=java.util.logging.ConsoleHandler\n.handlers=java.util.logging.ConsoleHandler\n");
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + configuration,
                "-Ddropin.jar=" + Dropin.JAR,
                "-Dservlet.namespace=" + Dropin.NAMESPACE,
                "-Dsurroundings=" + folder,
                "-cp",
                classPath(),
                SharedFolderMain.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int exit = process.waitFor();
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, exit, text);
    return text;
  }

  /** The tests, what they read class files with, and Tomcat's log manager. */
  private static String classPath() {
    List<Path> juli = Dropin.foreign("tomcat-juli-11.0.24");
    return Stream.concat(
            juli.stream().map(Path::toString),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> path.contains("test-classes") || path.contains("asm")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
