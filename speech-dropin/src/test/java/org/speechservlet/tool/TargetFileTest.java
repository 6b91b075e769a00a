package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is there completely or not at all. */
final class TargetFileTest {
  @TempDir private Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_putsTheFileInItsPlace() throws IOException {
    Path target = folder.resolve("a.war");
    TargetFile.write(target, out -> out.write("new".getBytes(UTF_8)));
    assertEquals("new", Files.readString(target));
    assertEquals(List.of("a.war"), files());
  }

  @Test
  void write_thatFailsMidway_leavesTheOldFile() throws IOException {
    Path target = Files.writeString(folder.resolve("a.war"), "old");
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                TargetFile.write(
                    target,
                    out -> {
                      out.write(new byte[1024 * 1024]);
                      assertEquals(2, files().size());
                      throw new IOException("the disk is full");
                    }));
    assertEquals("the disk is full", e.getMessage());
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("a.war"), files());
  }

  @Test
  void write_throughALink_keepsTheLink() throws IOException {
    Path target = Files.writeString(folder.resolve("a.war"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.war"), target);
    TargetFile.write(link, out -> out.write("new".getBytes(UTF_8)));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void write_whereAFileOfTheSameRunIs_leavesThatAlone() throws IOException {
    String partName = ".a.war." + ProcessHandle.current().pid() + ".part";
    Path part = Files.writeString(folder.resolve(partName), "of another");
    assertThrows(
        IOException.class, () -> TargetFile.write(folder.resolve("a.war"), out -> out.write(1)));
    assertEquals("of another", Files.readString(part));
  }
}
