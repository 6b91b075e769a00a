package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A folder in which the tool is run, with a small JAR in the place of the one that runs. */
final class ToolRun {
  static final String JAR = "speech-servlet-1.2.3-dropin.jar";
  static final String JAR_ENTRY = "WEB-INF/lib/" + JAR;

  private final Path folder;
  private final Path jar;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /**
   * @param namespace the Servlet API that the JAR is for
   */
  ToolRun(Path folder, Namespace namespace) throws IOException {
    this.folder = Files.createDirectory(folder.resolve("work"));
    this.jar = Files.write(folder.resolve(JAR), jar(namespace));
  }

  private static byte[] jar(Namespace namespace) {
    return new Archive()
        .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 1.2.3\n\n")
        .with("org/speechservlet/servlet/SpeechServlet.class", ClassBytes.servlet(namespace))
        .bytes();
  }

  /** Writes a file into the folder. */
  Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** Runs the tool; an argument that ends in .war, .jar, .ear or .zip is a file in the folder. */
  int run(String... arguments) {
    out.reset();
    err.reset();
    String[] resolved =
        Stream.of(arguments)
            .map(a -> a.matches("[^=]+\\.(war|jar|ear|zip)") ? folder.resolve(a).toString() : a)
            .toArray(String[]::new);
    return SpeechTool.run(
        resolved, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), () -> jar);
  }

  String out() {
    return out.toString(UTF_8);
  }

  /** Standard error, with the folder left out of the names of files. */
  String err() {
    return err.toString(UTF_8).replace(folder + "/", "");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  byte[] jarBytes() throws IOException {
    return Files.readAllBytes(jar);
  }

  /** The names of the files in the folder. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Says of each entry of a file everything that there is to it. */
  List<String> entries(String name) throws IOException {
    try (ZipFile zip = new ZipFile(path(name).toFile())) {
      return zip.stream().map(entry -> described(zip, entry)).toList();
    }
  }

  private static String described(ZipFile zip, ZipEntry entry) {
    byte[] extra = entry.getExtra();
    return "%s %s %d %x %s %s %s"
        .formatted(
            entry.getName(),
            Instant.ofEpochMilli(entry.getTime()),
            entry.getMethod(),
            entry.getCrc(),
            entry.getComment(),
            extra == null ? "" : java.util.HexFormat.of().formatHex(extra),
            java.util.Arrays.hashCode(content(zip, entry)));
  }

  private static byte[] content(ZipFile zip, ZipEntry entry) {
    try (InputStream content = zip.getInputStream(entry)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the content of an entry as text. */
  String text(String name, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(path(name).toFile())) {
      return new String(content(zip, zip.getEntry(entry)), UTF_8);
    }
  }
}
