package org.speechservlet.audio;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file that a browser's MediaRecorder wrote, and the pieces that it came in. */
final class BrowserRecording {
  private static final Path OWN = Path.of("src/test/resources/recordings");
  private static final Path MORE = Path.of("../../shared/recordings");

  private final Path file;

  private BrowserRecording(Path file) {
    this.file = file;
  }

  /** All that there are with this ending. */
  static List<BrowserRecording> all(String ending) throws IOException {
    List<BrowserRecording> recordings = new ArrayList<>();
    for (Path folder : List.of(OWN, MORE)) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files
              .filter(file -> file.toString().endsWith(ending))
              .sorted()
              .forEach(file -> recordings.add(new BrowserRecording(file)));
        }
      }
    }
    return recordings;
  }

  Path file() {
    return file;
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  /** The pieces as MediaRecorder gave them; all in one if that is not known. */
  List<byte[]> pieces() throws IOException {
    byte[] bytes = bytes();
    Path chunks = Path.of(file + ".chunks.json");
    int[] sizes = Files.exists(chunks) ? sizes(chunks) : new int[] {bytes.length};
    if (IntStream.of(sizes).sum() != bytes.length) {
      throw new IOException(chunks + " is not about the " + bytes.length + " bytes of " + file);
    }
    List<byte[]> pieces = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      pieces.add(Arrays.copyOfRange(bytes, at, at + size));
      at += size;
    }
    return pieces;
  }

  /** Of each event the second value, which is the size of the piece if it is a number. */
  private static int[] sizes(Path chunks) throws IOException {
    try (Reader text = Files.newBufferedReader(chunks);
        JsonReader json = Json.createReader(text)) {
      return json.readObject().getJsonArray("ev").getValuesAs(JsonValue::asJsonArray).stream()
          .filter(event -> event.get(1).getValueType() == JsonValue.ValueType.NUMBER)
          .mapToInt(event -> event.getInt(1))
          .toArray();
    }
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
