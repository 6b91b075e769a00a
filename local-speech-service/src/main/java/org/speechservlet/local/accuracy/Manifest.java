package org.speechservlet.local.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code manifest.tsv}: a header line with the columns' names, then a line for each
 * recording.
 */
final class Manifest {

  static final String FILE_NAME = "manifest.tsv";

  private final Path path;
  private final List<String> columns;

  private Manifest(Path path, List<String> columns) {
    this.path = path;
    this.columns = columns;
  }

  /**
   * Reads a folder's manifest.
   *
   * @throws IllegalArgumentException when it is not a manifest, with the line's number
   */
  static List<Recording> read(Path folder) throws IOException {
    Path path = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("There is no " + path);
    }
    List<String> lines = Files.readAllLines(path);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(path + " is empty; its first line names the columns");
    }
    return new Manifest(path, cells(lines.get(0))).parse(lines);
  }

  private List<Recording> parse(List<String> lines) {
    require("file");
    require("transcript");
    List<Recording> recordings = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        recordings.add(recording(cells(lines.get(i)), i + 1));
      }
    }
    return List.copyOf(recordings);
  }

  private void require(String column) {
    if (!columns.contains(column)) {
      throw new IllegalArgumentException(
          path + " has no column " + column + "; its columns are " + columns);
    }
  }

  private Recording recording(List<String> cells, int lineNumber) {
    String file = cell(cells, "file");
    if (file.isEmpty()) {
      throw new IllegalArgumentException(path + ", line " + lineNumber + " names no file");
    }
    return new Recording(
        file, cell(cells, "language"), cell(cells, "transcript"), cell(cells, "use"));
  }

  private String cell(List<String> cells, String column) {
    int index = columns.indexOf(column);
    return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }
}
