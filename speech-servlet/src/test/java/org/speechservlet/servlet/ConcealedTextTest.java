package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.Transcript;

/** What values that hold something confidential are as text. */
class ConcealedTextTest {
  @Test
  void answer_asText_showsNeitherWordsNorToken() {
    Browser.Answer answer =
        new Browser.Answer(200, "text/plain", "words", Map.of("Upload-Token", "secret"), false);
    assertEquals("Answer[200, 5 characters, [Upload-Token]]", answer.toString());
  }

  @Test
  void transcript_asText_showsNoWords() {
    Transcript transcript = new Transcript("{}", "Success", "words");
    assertEquals("Transcript[Success, 2 characters]", transcript.toString());
  }
}
