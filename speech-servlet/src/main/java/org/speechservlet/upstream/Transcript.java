package org.speechservlet.upstream;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/**
 * The Speech API's answer to one recognition.
 *
 * @param json the answer's body as it came
 * @param recognitionStatus {@code Success}, {@code NoMatch}, {@code InitialSilenceTimeout}, {@code
 *     BabbleTimeout}, {@code Error}, or what a later version of the API adds
 * @param displayText the text to show; empty if there is none
 */
public record Transcript(String json, String recognitionStatus, String displayText) {

  /** To look up the JSON library for each answer would cost more than to read the answer. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  /**
   * Understands an answer, in either format: simple (text at the top) or detailed (text in the
   * first of the alternatives).
   *
   * @return empty if the body is no JSON object with a {@code RecognitionStatus}
   */
  static Optional<Transcript> parse(String json) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        return Optional.empty();
      }
      JsonObject answer = parser.getObject();
      String status = text(answer, "RecognitionStatus");
      return status.isEmpty() || parser.hasNext()
          ? Optional.empty()
          : Optional.of(new Transcript(json, status, displayText(answer)));
    } catch (RuntimeException e) {
      // Not only a JsonException: what is too deep or too long for the library fails otherwise.
      return Optional.empty();
    }
  }

  private static String displayText(JsonObject answer) {
    String atTop = text(answer, "DisplayText");
    if (!atTop.isEmpty()) {
      return atTop;
    }
    JsonValue alternatives = answer.get("NBest");
    if (alternatives instanceof JsonArray array
        && !array.isEmpty()
        && array.get(0) instanceof JsonObject best) {
      return text(best, "Display");
    }
    return "";
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.getString() : "";
  }

  /** Without what was said, in case that somebody logs it. */
  @Override
  public String toString() {
    return "Transcript[" + recognitionStatus + ", " + json.length() + " characters]";
  }
}
