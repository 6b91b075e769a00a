package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds zip files in memory. Confined to one test. */
final class Archive {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8);
  private int count;

  /** A WAR with a manifest, a page and a class of a Servlet API. */
  static Archive war(Namespace namespace) {
    return new Archive()
        .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n\n")
        .with("index.html", "<!doctype html>".repeat(40))
        .with("WEB-INF/", "")
        .with("WEB-INF/classes/com/acme/Pages.class", ClassBytes.servlet(namespace));
  }

  Archive with(String name, String content) {
    return with(name, content.getBytes(UTF_8));
  }

  Archive with(String name, byte[] content) {
    return put(new ZipEntry(name), content);
  }

  /** Adds an entry that is not deflated. */
  Archive withStored(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    return put(entry, content);
  }

  Archive withComment(String comment) {
    zip.setComment(comment);
    return this;
  }

  /** Each entry has another time, a comment and an extra field. */
  private Archive put(ZipEntry entry, byte[] content) {
    count++;
    entry.setTimeLocal(LocalDateTime.of(2019, 5, count, 13, 37, 2 * count));
    entry.setComment("comment " + count);
    entry.setExtra(new byte[] {(byte) 0xfe, (byte) 0xca, 1, 0, (byte) count});
    try {
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
