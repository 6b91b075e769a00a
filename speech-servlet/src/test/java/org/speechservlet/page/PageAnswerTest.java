package org.speechservlet.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "text/html, 200, true",
    "Text/HTML ;charset=UTF-8, 404, true",
    "application/xhtml+xml, 500, true",
    "text/html, 204, false",
    "text/html, 206, false",
    "text/html, 304, false",
    "text/plain, 200, false",
    "text/htmlx, 200, false",
    "application/json, 200, false",
  })
  void answer_isAPage_byItsTypeAndStatus(String type, int status, boolean isPage) {
    FakePageResponse response = new FakePageResponse(type);
    response.status = status;

    assertEquals(isPage, PageAnswer.isPage(response.build()));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Disposition, Attachment; filename=a.html",
    "Content-Range, bytes 0-1/2",
    "Content-Digest, sha-256=:x:",
  })
  void page_withASealingField_isLeftAlone(String name, String value) {
    FakePageResponse response = new FakePageResponse("text/html");
    response.fields.put(name, value);

    assertNotNull(PageAnswer.obstacle(response.build()));
  }

  @ParameterizedTest
  @CsvSource({"Content-Encoding, gzip", "Content-Disposition, inline"})
  void page_withAHarmlessField_hasNoObstacle(String name, String value) {
    FakePageResponse response = new FakePageResponse("text/html");
    response.fields.put(name, value);

    assertNull(PageAnswer.obstacle(response.build()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "ISO-8859-1", "windows-1252", "Shift_JIS", "GB18030", "Big5", "EUC-KR"})
  void charset_thatContainsAscii_isCompatible(String name) {
    assertTrue(PageAnswer.isAsciiCompatible(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-16",
        "UTF-16LE",
        "UTF-32",
        "ISO-2022-JP",
        "csISO2022JP",
        "ISO-2022-CN",
        "IBM037",
        "no-such",
        "?"
      })
  void charset_thatMovesAscii_isNotCompatible(String name) {
    assertFalse(PageAnswer.isAsciiCompatible(name));
  }
}
