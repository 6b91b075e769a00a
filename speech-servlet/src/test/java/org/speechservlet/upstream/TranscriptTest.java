package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

  @Test
  void simpleAnswer_hasItsTextAtTheTop() {
    Transcript transcript =
        parsed(
            """
            {"RecognitionStatus":"Success","DisplayText":"Remind me to buy 5 pencils.",
             "Offset":6600000,"Duration":32100000}
            """);
    assertEquals("Success", transcript.recognitionStatus());
    assertEquals("Remind me to buy 5 pencils.", transcript.displayText());
  }

  @Test
  void numbersAsStrings_areNoProblem() {
    Transcript transcript =
        parsed(
            """
            {"RecognitionStatus":"Success","DisplayText":"Hi.","Offset":"1236645672289",
             "Duration":"1236645672289"}
            """);
    assertEquals("Hi.", transcript.displayText());
  }

  @Test
  void detailedAnswer_showsItsFirstAlternative_whateverTheConfidence() {
    Transcript transcript =
        parsed(
            """
            {"RecognitionStatus":"Success","Offset":"1","Duration":"2","NBest":[
             {"Confidence":"0.905","Lexical":"what's","Display":"What's the weather like?"},
             {"Confidence":"0.925","Display":"Whether?"}]}
            """);
    assertEquals("What's the weather like?", transcript.displayText());
  }

  @Test
  void detailedAnswer_withDisplayTextToo_showsThat() {
    Transcript transcript =
        parsed(
            """
            {"RecognitionStatus":"Success","DisplayText":"Top.","NBest":[{"Display":"Nested."}]}
            """);
    assertEquals("Top.", transcript.displayText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RecognitionStatus\":\"NoMatch\"}",
        "{\"RecognitionStatus\":\"InitialSilenceTimeout\",\"Offset\":50000000,\"Duration\":0}",
        "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"\"}",
        "{\"RecognitionStatus\":\"Success\",\"DisplayText\":null,\"NBest\":[]}",
        "{\"RecognitionStatus\":\"Success\",\"DisplayText\":7,\"NBest\":{}}",
        "{\"RecognitionStatus\":\"Success\",\"NBest\":[7]}",
        "{\"RecognitionStatus\":\"Success\",\"NBest\":[{\"Display\":[]}]}",
        "{\"RecognitionStatus\":\"WhatComesLater\",\"New\":{\"a\":[1,2]}}"
      })
  void answerWithoutText_hasEmptyText(String json) {
    assertEquals("", parsed(json).displayText());
  }

  @Test
  void json_isKeptAsItCame() {
    String json = " {\"RecognitionStatus\" : \"NoMatch\", \"Offset\":1e3}\r\n";
    assertEquals(json, parsed(json).json());
  }

  @Test
  void unicode_isUnderstoodEscapedOrNot() {
    assertEquals(
        "Gr\u00fc\u00dfe \ud83d\udc4b",
        parsed(
                "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"Gr\\u00fc\u00dfe \\ud83d\\udc4b\"}")
            .displayText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "{\"RecognitionStatus\":null}",
        "{\"RecognitionStatus\":\"\"}",
        "{\"RecognitionStatus\":200}",
        "{\"recognitionStatus\":\"Success\"}",
        "[{\"RecognitionStatus\":\"Success\"}]",
        "\"RecognitionStatus\"",
        "null",
        "7",
        "<html><body>Please log in</body></html>",
        "{\"RecognitionStatus\":\"Success\"",
        "{\"RecognitionStatus\":\"Success\"}}",
        "{\"RecognitionStatus\":\"Success\"} trailing",
        "{\"RecognitionStatus\":\"Success\",}",
        "{\"RecognitionStatus\":\"\\uZZZZ\"}",
        "\u0000\u0001\ufffd"
      })
  void anythingElse_isNoTranscript(String body) {
    assertEquals(Optional.empty(), Transcript.parse(body));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 1_001, 100_000})
  void deepNesting_neitherThrowsNorOverflowsTheStack(int depth) {
    String nested = "[".repeat(depth) + "]".repeat(depth);
    Optional<Transcript> transcript =
        Transcript.parse("{\"RecognitionStatus\":\"NoMatch\",\"x\":" + nested + "}");
    assertTrue(transcript.isEmpty() || transcript.get().recognitionStatus().equals("NoMatch"));
  }

  @Test
  void unclosedNesting_isNoTranscript() {
    assertEquals(Optional.empty(), Transcript.parse("{\"a\":".repeat(50_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-0.0000e-99999999", "123456789012345678901234567890"})
  void outlandishNumbers_areNoProblem(String number) {
    assertEquals(
        "NoMatch",
        parsed("{\"RecognitionStatus\":\"NoMatch\",\"Offset\":" + number + "}")
            .recognitionStatus());
  }

  @Test
  void veryLongNumber_neitherThrowsNorTakesForever() {
    Transcript.parse("{\"RecognitionStatus\":\"NoMatch\",\"Offset\":" + "9".repeat(200_000) + "}");
  }

  @Test
  void hugeAnswer_isUnderstood() {
    String text = "word ".repeat(40_000);
    assertEquals(
        text,
        parsed("{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"" + text + "\"}")
            .displayText());
  }

  private static Transcript parsed(String json) {
    return Transcript.parse(json).orElseThrow();
  }
}
