package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens a zip file, and tells in a user's words why it cannot be opened. */
final class ZipOpening {
  /** How each entry begins, and with the first one the file (APPNOTE.TXT, section 4.3.7). */
  private static final String ENTRY_SIGNATURE = "PK\3\4";

  /** How a zip file without entries begins. */
  private static final String END_SIGNATURE = "PK\5\6";

  private static final String SCRIPT_SIGNATURE = "#!";
  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;

  private ZipOpening() {}

  static ZipFile open(Path path) throws FailureException {
    checkFile(path);
    try {
      byte[] head = head(path);
      checkSignature(path, head);
      ZipFile zip = openZip(path);
      checkFirstEntry(path, head, zip);
      return zip;
    } catch (IOException e) {
      throw new FailureException("%s cannot be read: %s.".formatted(path, reason(e)));
    }
  }

  private static void checkFile(Path path) throws FailureException {
    if (Files.isDirectory(path)) {
      throw new FailureException(
          "%1$s is a folder; give a WAR file. An unpacked web application becomes one with: jar --create --file app.war -C %1$s ."
              .formatted(path));
    } else if (!Files.exists(path)) {
      throw new FailureException(
          "%s does not exist (looked for as %s).".formatted(path, path.toAbsolutePath()));
    } else if (!Files.isReadable(path)) {
      throw new FailureException("%s may not be read by this user.".formatted(path));
    }
  }

  /** Returns the file up to the end of its first entry's name, if it begins with an entry. */
  private static byte[] head(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        DataInputStream in = new DataInputStream(file)) {
      byte[] fixed = in.readNBytes(NAME_AT);
      if (fixed.length < NAME_AT) {
        return fixed;
      }
      int nameLength = (fixed[NAME_LENGTH_AT] & 0xff) | (fixed[NAME_LENGTH_AT + 1] & 0xff) << 8;
      byte[] name = in.readNBytes(nameLength);
      byte[] head = java.util.Arrays.copyOf(fixed, NAME_AT + name.length);
      System.arraycopy(name, 0, head, NAME_AT, name.length);
      return head;
    }
  }

  private static void checkSignature(Path path, byte[] head) throws FailureException {
    String begin = new String(head, ISO_8859_1);
    if (begin.startsWith(ENTRY_SIGNATURE) || begin.startsWith(END_SIGNATURE)) {
      return;
    } else if (begin.startsWith(SCRIPT_SIGNATURE)) {
      throw new FailureException(
          "%s begins with a start script, as a fully executable archive does; it would be lost. Build the WAR without the script."
              .formatted(path));
    }
    throw new FailureException("%s is not a zip file, and so no WAR.".formatted(path));
  }

  private static ZipFile openZip(Path path) throws IOException, FailureException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new FailureException(
          "%s is cut off or damaged: %s. Build or copy it anew.".formatted(path, reason(e)));
    }
  }

  /** A file that is cut off behind a zip file within it opens as that one. */
  private static void checkFirstEntry(Path path, byte[] head, ZipFile zip)
      throws IOException, FailureException {
    String begin = new String(head, ISO_8859_1);
    if (begin.startsWith(END_SIGNATURE)) {
      return;
    }
    String first = new String(head, NAME_AT, Math.max(0, head.length - NAME_AT), UTF_8);
    if (zip.getEntry(first) == null) {
      zip.close();
      throw new FailureException(
          "%s is cut off or damaged: its first entry is %s, which its directory does not have. Build or copy it anew."
              .formatted(path, first));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
