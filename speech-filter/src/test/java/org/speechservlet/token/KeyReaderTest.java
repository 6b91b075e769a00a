package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.config.KeySetting;

final class KeyReaderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void text_isTheKey() throws TokenFailureException {
    assertEquals("sesame", KeyReader.read(new KeySetting.Text("sesame")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sesame", "sesame\n", " sesame \r\n", "\uFEFFsesame\n"})
  void file_withWhiteSpaceAround_isTheKeyWithoutIt(String content) throws Exception {
    assertEquals("sesame", KeyReader.read(file(content)));
  }

  @Test
  void file_thatIsMissing_isSaidToBe() {
    KeySetting missing = new KeySetting.File(folder.resolve("none"));
    assertFailure("key file missing", "does not exist", missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n", "\uFEFF"})
  void file_thatIsEmpty_isSaidToBe(String content) throws Exception {
    assertFailure("key file empty", "is empty", file(content));
  }

  @Test
  void file_thatIsAFolder_isSaidToBeUnreadable() {
    assertFailure("key file unreadable", "cannot be read", new KeySetting.File(folder));
  }

  @Test
  void file_thatIsTooLarge_isNotReadToItsEnd() throws Exception {
    assertFailure("key file too large", "more than 4096 bytes", file("k".repeat(5000)));
  }

  @Test
  void file_withMoreThanAKey_isNotQuoted() throws Exception {
    TokenFailure failure =
        assertFailure("key file without a key", "character 5 is not one", file("KEY: sesame"));
    assertFalse(failure.toString().contains("sesame"));
  }

  private KeySetting file(String content) throws IOException {
    Path path = folder.resolve("key");
    Files.write(path, content.getBytes(StandardCharsets.UTF_8));
    return new KeySetting.File(path);
  }

  private TokenFailure assertFailure(String event, String words, KeySetting setting) {
    TokenFailure failure =
        assertThrows(TokenFailureException.class, () -> KeyReader.read(setting)).failure();
    assertEquals(event, failure.event());
    assertTrue(failure.cause().contains(folder.toString()), failure.cause());
    assertTrue(failure.cause().contains(words), failure.cause());
    assertFalse(failure.isPermanent());
    return failure;
  }
}
