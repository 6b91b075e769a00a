package org.speechservlet.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.speechservlet.config.KeySetting;

/** Reads a key from where it is kept. Nothing is remembered, so a rotated key is seen at once. */
final class KeyReader {
  private static final int MAX_FILE_BYTES = 4 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private KeyReader() {}

  /**
   * Reads a key.
   *
   * @throws TokenFailureException if its file cannot be read or does not hold a key
   */
  static String read(KeySetting setting) throws TokenFailureException {
    if (setting instanceof KeySetting.Text text) {
      return text.value();
    }
    Path path = ((KeySetting.File) setting).path();
    String key = stripped(contentOf(path));
    if (key.isEmpty()) {
      throw failure("key file empty", path, "is empty", "Write the key into it.");
    }
    checkForm(key, path);
    return key;
  }

  private static byte[] contentOf(Path path) throws TokenFailureException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MAX_FILE_BYTES + 1);
      if (content.length > MAX_FILE_BYTES) {
        throw failure(
            "key file too large",
            path,
            "has more than " + MAX_FILE_BYTES + " bytes, which no key has",
            "Name the file that holds the key and nothing else.");
      }
      return content;
    } catch (NoSuchFileException e) {
      throw failure("key file missing", path, "does not exist", "Put the key there.");
    } catch (IOException e) {
      throw failure(
          "key file unreadable",
          path,
          "cannot be read (" + e.getClass().getSimpleName() + ")",
          "Let the user that this server runs as read it.");
    }
  }

  private static String stripped(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
  }

  private static void checkForm(String key, Path path) throws TokenFailureException {
    try {
      HeaderText.check("a key", key, Authorization.MAX_KEY_LENGTH);
    } catch (IllegalArgumentException e) {
      throw failure(
          "key file without a key",
          path,
          "does not hold a key: " + e.getMessage(),
          "Write the key into it and nothing else.");
    }
  }

  private static TokenFailureException failure(
      String event, Path path, String problem, String remedy) {
    return new TokenFailureException(
        TokenFailure.passing(
            event, "The file " + path + " " + problem + ".", remedy + " It is read again."));
  }
}
