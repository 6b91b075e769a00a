package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/**
 * The header fields of a resumable upload: each line is a request, with {@code Upload-Complete},
 * {@code Upload-Offset}, {@code Upload-Length}, the length of its content and how much of that
 * comes, with bars between.
 */
class UploadFieldsFuzzTest {
  private static final long MOST = 999_999_999_999_999L;

  @Timeout(20)
  @FuzzTest
  void appends_withAnyFields_neverGoBackOrBeyondTheLength(byte[] bytes) {
    UploadProgress progress = new UploadProgress();
    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      String[] parts = (line + "||||").split("\\|", -1);
      append(progress, fields(parts), number(parts[3], -1), number(parts[4], 0));
      if (progress.exceedsLength()) {
        return; // which ends the upload
      }
    }
  }

  private static UploadFields fields(String[] parts) {
    Map<String, String> headers = new HashMap<>();
    headers.put(UploadFields.COMPLETE, parts[0]);
    headers.put(UploadFields.OFFSET, parts[1]);
    headers.put(UploadFields.LENGTH, parts[2]);
    UploadFields fields = UploadFields.of(FakeRequest.withHeaders(headers));
    checkInteger(parts[1], fields.offset());
    checkInteger(parts[2], fields.length());
    checkBoolean(parts[0], fields.complete());
    return fields;
  }

  /** Without parameters it is known what must come of it. */
  private static void checkInteger(String text, OptionalLong value) {
    value.ifPresent(number -> assertTrue(number >= 0 && number <= MOST, text));
    if (!text.contains(";")) {
      String digits = text.replaceAll("^ *-?0*(?=[0-9])| *$", "");
      boolean isInteger = text.matches(" *-?[0-9]{1,15} *");
      boolean isNegative = text.contains("-") && !digits.equals("0");
      assertEquals(isInteger && !isNegative, value.isPresent(), text);
      value.ifPresent(number -> assertEquals(digits, Long.toString(number)));
    }
  }

  private static void checkBoolean(String text, @Nullable Boolean value) {
    if (value != null) {
      assertTrue(text.replace(" ", "").startsWith(value ? "?1" : "?0"), text);
    } else {
      String bare = text.replaceAll("^ *| *$", "");
      assertTrue(!bare.equals("?0") && !bare.equals("?1"), text);
    }
    if (text.indexOf('?') < 0) {
      assertNull(value);
    }
  }

  private static long number(String text, long absent) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : absent;
  }

  private static void append(
      UploadProgress progress, UploadFields fields, long announced, long coming) {
    Problem objection = progress.objection(fields, announced);
    if (objection != null) {
      assertTrue(objection.status() == 400 || objection.status() == 409);
      return;
    }
    long before = progress.offset();
    assertTrue(progress.isClosed() || fields.start() == before);
    if (progress.isClosed()) {
      return;
    }
    progress.begin(fields, announced);
    assertTrue(progress.length() == -1 || progress.length() >= before, "the length is known");
    long promised = announced < 0 ? coming : Math.min(announced, coming);
    progress.took((int) Math.min(promised, Integer.MAX_VALUE));
    assertTrue(progress.offset() >= before, "the offset never decreases");
    if (announced >= 0) {
      assertTrue(!progress.exceedsLength(), "what was announced fits into the length");
    }
    if (fields.isLast() && !progress.isShort() && !progress.exceedsLength()) {
      progress.complete();
      assertEquals(progress.offset(), progress.length());
    }
  }
}
