package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * Writes a WAR that differs from another one in a few entries. The others keep their order, names,
 * times, comments, methods and contents. What is new has a fixed time and is stored, not deflated,
 * as a JAR must be in a WAR that is run by itself. Confined to one copy.
 */
final class WarCopy {
  /** The first month that a zip file can tell in every time zone. */
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final War war;
  private final WarChange change;
  private final ZipOutputStream zip;

  private WarCopy(War war, WarChange change, ZipOutputStream zip) {
    this.war = war;
    this.change = change;
    this.zip = zip;
  }

  /**
   * Writes the copy; leaves the stream open.
   *
   * @throws IOException if an entry cannot be read or is not what its checksum says, or if the copy
   *     cannot be written
   */
  static void write(War war, WarChange change, OutputStream target) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(target, UTF_8);
    war.comment().ifPresent(zip::setComment);
    new WarCopy(war, change, zip).writeEntries();
    zip.finish();
  }

  private void writeEntries() throws IOException {
    for (ZipEntry entry : war.entries()) {
      byte[] replacement = change.replaced().get(entry.getName());
      if (replacement != null) {
        writeReplaced(entry, replacement);
      } else if (!change.dropped().contains(entry.getName())) {
        copy(entry);
      }
    }
    for (Map.Entry<String, byte[]> appended : change.appended().entrySet()) {
      append(appended.getKey(), appended.getValue());
    }
  }

  private void copy(ZipEntry entry) throws IOException {
    ZipEntry same = new ZipEntry(entry);
    same.setCompressedSize(-1); // another deflater may come to another size
    zip.putNextEntry(same);
    try (InputStream content = war.content(entry);
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32())) {
      checked.transferTo(zip);
      if (checked.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("the entry " + entry.getName() + " is not what its checksum says");
      }
    }
    zip.closeEntry();
  }

  private void writeReplaced(ZipEntry entry, byte[] content) throws IOException {
    ZipEntry changed = new ZipEntry(entry);
    changed.setCompressedSize(-1);
    put(changed, content);
  }

  private void append(String name, byte[] content) throws IOException {
    ZipEntry added = new ZipEntry(name);
    added.setTimeLocal(FIXED_TIME);
    added.setMethod(ZipEntry.STORED);
    put(added, content);
  }

  private void put(ZipEntry entry, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
