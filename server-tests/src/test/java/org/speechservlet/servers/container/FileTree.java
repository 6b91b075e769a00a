package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class FileTree {

  private FileTree() {}

  static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : paths.toList()) {
        Path copy = target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    }
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /** The one folder that an archive has unpacked to. */
  static Path onlyFolderIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> folders = paths.filter(Files::isDirectory).toList();
      if (folders.size() != 1) {
        throw new IOException("%s holds %s, not one folder".formatted(folder, folders));
      }
      return folders.get(0);
    }
  }
}
