package org.speechservlet.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A WAR that is read. Its entries are told apart by name, and none leads out of it. */
final class War implements AutoCloseable {
  static final String WEB_XML = "WEB-INF/web.xml";
  static final String LIB = "WEB-INF/lib/";
  static final String CLASSES = "WEB-INF/classes/";

  /** No descriptor that a person or a tool wrote is larger. */
  private static final int WEB_XML_LIMIT_BYTES = 16 * 1024 * 1024;

  private final Path path;
  private final ZipFile zip;
  private final List<ZipEntry> entries;

  private War(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
    this.entries = zip.stream().<ZipEntry>map(entry -> entry).toList();
  }

  /**
   * Opens a WAR.
   *
   * @throws FailureException if the file is not there, is no zip, is cut off, or is no WAR
   */
  static War open(Path path) throws FailureException {
    ZipFile zip = ZipOpening.open(path);
    War war = new War(path, zip);
    try {
      ArchiveCheck.check(path, war.entries);
      return war;
    } catch (FailureException | RuntimeException e) {
      war.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** Its entries in their order, folders among them. */
  List<ZipEntry> entries() {
    return entries;
  }

  Optional<String> comment() {
    return Optional.ofNullable(zip.getComment());
  }

  Optional<ZipEntry> entry(String name) {
    return Optional.ofNullable(zip.getEntry(name));
  }

  /** Returns the entries whose names have a beginning and an end. */
  Stream<ZipEntry> entries(String begin, String end) {
    return entries.stream()
        .filter(entry -> entry.getName().startsWith(begin) && entry.getName().endsWith(end));
  }

  /** Opens the content of an entry. */
  InputStream content(ZipEntry entry) throws IOException {
    return zip.getInputStream(entry);
  }

  /**
   * Reads its web.xml.
   *
   * @return empty if it has none
   * @throws FailureException if it has one that cannot be used
   */
  Optional<WebXml> webXml() throws FailureException {
    Optional<ZipEntry> entry = entry(WEB_XML);
    return entry.isEmpty() ? Optional.empty() : Optional.of(WebXml.read(readWebXml(entry.get())));
  }

  private byte[] readWebXml(ZipEntry entry) throws FailureException {
    try (InputStream content = content(entry)) {
      byte[] bytes = content.readNBytes(WEB_XML_LIMIT_BYTES + 1);
      if (bytes.length > WEB_XML_LIMIT_BYTES) {
        throw new FailureException(
            "WEB-INF/web.xml in %s is larger than %d bytes, which is the limit."
                .formatted(path, WEB_XML_LIMIT_BYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** Tells that the content of the WAR cannot be read. */
  FailureException damaged(IOException e) {
    return new FailureException(
        "%s is damaged: %s. Build or copy it anew.".formatted(path, IoReason.of(e)));
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read: nothing is lost.
    }
  }
}
