package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;

/**
 * Answers of whoever is upstream: understood or not, and quoted to an operator on one line, without
 * the credential that they may hold: {@code \1} stands for it.
 */
class AnswerFuzzTest {
  private static final String TOKEN = "opaque-token-of-the-tests";
  private static final int MOST_MESSAGE_CHARS = 900;
  private static final int[] STATUSES = {200, 301, 400, 401, 403, 404, 407, 408, 417, 429, 500};

  private static final UpstreamDiagnosis DIAGNOSIS =
      new UpstreamDiagnosis(URI.create("https://speech.test/recognize"));

  @Timeout(20)
  @FuzzTest
  void answer_ofAnyBytes_isUnderstoodOrToldSafely(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Transcript.parse(text).ifPresent(transcript -> checkTranscript(text, transcript));
    checkTold(text.replace("\1", TOKEN));
  }

  private static void checkTranscript(String text, Transcript transcript) {
    assertEquals(text, transcript.json());
    assertFalse(transcript.recognitionStatus().isEmpty());
    assertTrue(transcript.displayText().length() <= text.length());
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject read = reader.readObject();
      assertEquals(transcript.recognitionStatus(), read.getString("RecognitionStatus"));
    }
  }

  private static void checkTold(String body) {
    Redaction redaction = Redaction.of(new FakeCredentials.Token(TOKEN));
    for (int status : STATUSES) {
      Transport.Answer answer = new Transport.Answer(status, body, null, status == 407);
      checkMessage(DIAGNOSIS.status(answer, null, true, redaction));
    }
    checkMessage(DIAGNOSIS.unintelligible(new Transport.Answer(200, body, null, false), redaction));
    checkMessage(DIAGNOSIS.loss(new java.io.IOException(body), redaction));
  }

  private static void checkMessage(UpstreamException failure) {
    String message = String.valueOf(failure.getMessage());
    assertFalse(message.contains(TOKEN), message);
    assertTrue(message.length() <= MOST_MESSAGE_CHARS, message);
    assertFalse(message.chars().anyMatch(AnswerFuzzTest::breaksLines), message);
    Throwable cause = failure.getCause();
    assertTrue(cause == null || !cause.toString().contains(TOKEN), "the cause shows the token");
  }

  private static boolean breaksLines(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x202e;
  }
}
