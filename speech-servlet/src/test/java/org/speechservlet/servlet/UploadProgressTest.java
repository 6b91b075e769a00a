package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadProgressTest {
  private static final int UNKNOWN = -1;

  private final UploadProgress progress = new UploadProgress();

  private static UploadFields fields(long offset, boolean complete, long length) {
    return new UploadFields(
        complete,
        OptionalLong.of(offset),
        length < 0 ? OptionalLong.empty() : OptionalLong.of(length));
  }

  private void append(UploadFields fields, int bytes) {
    assertNull(progress.objection(fields, bytes));
    progress.begin(fields, bytes);
    progress.took(bytes);
  }

  private String objection(UploadFields fields, long bytes) {
    Problem problem = progress.objection(fields, bytes);
    assertNotNull(problem);
    return problem.type().replaceAll(".*#", "");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 99, 101})
  void appendAtAnotherOffset_isRefusedWithBothOffsets(long offset) {
    append(fields(0, false, UNKNOWN), 100);

    Problem problem = progress.objection(fields(offset, false, UNKNOWN), 50);

    assertNotNull(problem);
    assertEquals(409, problem.status());
    assertEquals(
        Map.of(
            "expected-offset", Json.createValue(100L), "provided-offset", Json.createValue(offset)),
        problem.members());
    assertEquals("100", problem.headers().get("Upload-Offset"));
  }

  @Test
  void lastAppendOfKnownLength_tellsTheLength() {
    append(fields(0, false, UNKNOWN), 100);
    append(fields(100, true, UNKNOWN), 50);

    assertEquals(150, progress.length());
    assertFalse(progress.isShort());
  }

  @ParameterizedTest
  @CsvSource({
    "100, true, 50, 151", // the two ways to tell it, in one request
    "100, false, 50, 301", // another than before
    "100, true, 50, -1", // the same
    "100, false, 201, -1", // beyond it
    "100, false, -1, 99" // less than there is
  })
  void lengthsThatDoNotAgree_areRefused(long offset, boolean complete, long bytes, long length) {
    append(fields(0, false, 300), 100);

    assertEquals("inconsistent-upload-length", objection(fields(offset, complete, length), bytes));
    assertEquals(300, progress.length());
  }

  @Test
  void lengthThatIsToldLate_mayNotBeLessThanTheOffset() {
    append(fields(0, false, UNKNOWN), 100);

    assertEquals("inconsistent-upload-length", objection(fields(100, false, 99), UNKNOWN));
  }

  @Test
  void contentOfUnknownLength_isMeasuredWhileItComes() {
    progress.begin(fields(0, false, 10), UNKNOWN);

    progress.took(10);
    assertFalse(progress.exceedsLength());
    progress.took(1);
    assertTrue(progress.exceedsLength());
  }

  @Test
  void repetitionOfTheLastAppend_isAllRightOnlyOnceNothingCanBeAppended() {
    append(fields(0, false, UNKNOWN), 100);
    append(fields(100, true, UNKNOWN), 50);
    assertEquals("mismatching-upload-offset", objection(fields(100, true, UNKNOWN), 50));

    progress.complete();

    assertNull(progress.objection(fields(100, true, UNKNOWN), 50));
    assertNull(progress.objection(fields(150, true, UNKNOWN), 0));
    assertEquals("mismatching-upload-offset", objection(fields(0, false, UNKNOWN), 100));
    assertEquals("inconsistent-upload-length", objection(fields(150, true, UNKNOWN), 1));
  }
}
