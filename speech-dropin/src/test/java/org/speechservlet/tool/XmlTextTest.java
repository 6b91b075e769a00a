package org.speechservlet.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes to characters and back. */
final class XmlTextTest {

  @ParameterizedTest
  @CsvSource({
    "UTF-8 with mark, UTF-8, true",
    "UTF-8 without mark, UTF-8, false",
    "UTF-16 big endian with mark, UTF-16BE, true",
    "UTF-16 little endian with mark, UTF-16LE, true",
    "ISO-8859-1, ISO-8859-1, false",
    "ISO-8859-1 in single quotes, ISO-8859-1, false",
    "no declaration, UTF-8, false",
  })
  void decode_tellsEncodingAndMark(String name, String charset, boolean hasMark)
      throws FailureException {
    byte[] bytes = Descriptors.named(name);
    XmlText text = XmlText.decode(bytes);
    assertEquals(charset, text.charset().name());
    assertEquals(hasMark, text.hasMark());
    assertTrue(text.text().startsWith("<"), text.text());
    assertArrayEquals(bytes, text.encode());
  }

  @Test
  void decode_ofBytesThatWouldNotComeBack_isRefused() {
    byte[] bytes = {'<', 'a', '/', '>', (byte) 0xff};
    FailureException e = assertThrows(FailureException.class, () -> XmlText.decode(bytes));
    assertTrue(e.getMessage().contains("is written in UTF-8, but byte 4 is not"), e.getMessage());
  }

  @Test
  void decode_ofUnknownEncoding_namesIt() {
    byte[] bytes = "<?xml version='1.0' encoding='KLINGON-8'?><a/>".getBytes(UTF_8);
    FailureException e = assertThrows(FailureException.class, () -> XmlText.decode(bytes));
    assertTrue(e.getMessage().contains("KLINGON-8"), e.getMessage());
  }
}
