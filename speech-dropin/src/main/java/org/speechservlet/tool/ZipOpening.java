package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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

  private ZipOpening() {}

  static ZipFile open(Path path) throws FailureException {
    checkFile(path);
    try {
      checkBegin(path);
      ZipEnd.check(path);
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new FailureException(
          "%s is cut off or damaged: %s. Build or copy it anew.".formatted(path, IoReason.of(e)));
    } catch (IOException e) {
      throw new FailureException("%s cannot be read: %s.".formatted(path, IoReason.of(e)));
    }
  }

  private static void checkFile(Path path) throws FailureException {
    if (Files.isDirectory(path)) {
      throw new FailureException(
          ("%1$s is a folder; give a WAR file. An unpacked web application becomes one"
                  + " with: jar --create --file app.war -C %1$s .")
              .formatted(path));
    } else if (!Files.exists(path)) {
      throw new FailureException(
          "%s does not exist (looked for as %s).".formatted(path, path.toAbsolutePath()));
    } else if (!Files.isReadable(path)) {
      throw new FailureException("%s may not be read by this user.".formatted(path));
    }
  }

  private static void checkBegin(Path path) throws IOException, FailureException {
    String begin;
    try (InputStream file = Files.newInputStream(path)) {
      begin = new String(file.readNBytes(ENTRY_SIGNATURE.length()), ISO_8859_1);
    }
    if (begin.startsWith(ENTRY_SIGNATURE) || begin.startsWith(END_SIGNATURE)) {
      return;
    } else if (begin.startsWith(SCRIPT_SIGNATURE)) {
      throw new FailureException(
          ("%s begins with a start script, as a fully executable archive does; it would be"
                  + " lost. Build the WAR without the script.")
              .formatted(path));
    }
    throw new FailureException("%s is not a zip file, and so no WAR.".formatted(path));
  }
}
