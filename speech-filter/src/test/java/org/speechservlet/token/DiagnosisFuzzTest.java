package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;

/**
 * Answers that bring no token: a line with {@code Location}, then the body. They are told on one
 * line, and without the key that they may hold: {@code \1} stands for it.
 */
class DiagnosisFuzzTest {
  private static final String KEY = "0123456789abcdef0123456789ABCDEF";
  private static final int MOST_CHARS = 800;
  private static final int[] STATUSES = {200, 204, 302, 400, 401, 403, 404, 407, 429, 500, 503};
  private static final Diagnosis DIAGNOSIS = new Diagnosis("token.test");

  @Timeout(20)
  @FuzzTest
  void answer_ofAnyBytes_isToldOnOneLineWithoutTheKey(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\1", KEY);
    int lineEnd = text.indexOf('\n');
    String location = text.substring(0, Math.max(0, lineEnd));
    String body = text.substring(lineEnd + 1);
    for (int status : STATUSES) {
      TokenAnswer answer = new TokenAnswer(status, null, null, location, body).without(KEY);
      check(DIAGNOSIS.of(answer, null));
      assertFalse(answer.toString().contains(KEY));
    }
  }

  private static void check(TokenFailure failure) {
    String told = failure.event() + " " + failure.explanation();
    assertFalse(told.contains(KEY), told);
    assertTrue(told.length() <= MOST_CHARS, told);
    assertFalse(told.chars().anyMatch(DiagnosisFuzzTest::breaksLines), told);
  }

  private static boolean breaksLines(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x202e;
  }
}
