package org.speechservlet.local;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.speechservlet.local.RecognitionResult.InitialSilence;
import org.speechservlet.local.RecognitionResult.NoMatch;
import org.speechservlet.local.RecognitionResult.Success;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;

/**
 * Writes results in the JSON of the Speech API, as one request asked for it. {@code Offset} and
 * {@code Duration} are numbers, in units of 100 ns. There is one hypothesis, so {@code NBest} has
 * one entry. Numbers stay spelled out: {@code ITN} equals {@code Lexical}.
 */
final class ResultAnswers {

  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final RecognitionParameters parameters;
  private final ProfanityFilter profanity;
  private final ExchangeFacts facts;

  ResultAnswers(RecognitionParameters parameters, ProfanityFilter profanity, ExchangeFacts facts) {
    this.parameters = parameters;
    this.profanity = profanity;
    this.facts = facts;
  }

  /** The answer that tells this result. */
  Answer answer(RecognitionResult result) {
    if (result instanceof Success success) {
      return success(success);
    }
    if (result instanceof NoMatch noMatch) {
      return noMatch(noMatch.offsetSamples(), noMatch.durationSamples());
    }
    return result instanceof InitialSilence silence
        ? answer(status("InitialSilenceTimeout", silence.offsetSamples(), 0))
        : answer(status("Error", 0, 0));
  }

  /** Nothing but profanity, removed, is no match in interactive mode, and no text in the others. */
  private Answer success(Success success) {
    String masked = profanity.apply(success.transcript().lexical(), parameters.profanity());
    if (masked.isEmpty() && parameters.mode() == RecognitionMode.INTERACTIVE) {
      return noMatch(success.offsetSamples(), success.durationSamples());
    }
    String display = DisplayFormatter.format(masked, parameters.languageTag());
    JsonObjectBuilder json =
        status("Success", success.offsetSamples(), success.durationSamples())
            .add("DisplayText", display);
    if (parameters.isDetailed()) {
      json.add("NBest", JSON.createArrayBuilder().add(best(success, masked, display)));
    }
    return answer(json);
  }

  private JsonObjectBuilder best(Success success, String masked, String display) {
    Transcript transcript = success.transcript();
    JsonObjectBuilder best =
        JSON.createObjectBuilder()
            .add("Confidence", transcript.confidence())
            .add("Lexical", transcript.lexical())
            .add("ITN", transcript.lexical())
            .add("MaskedITN", masked)
            .add("Display", display);
    return parameters.hasWordTimes() ? best.add("Words", words(transcript)) : best;
  }

  private static JsonArrayBuilder words(Transcript transcript) {
    JsonArrayBuilder words = JSON.createArrayBuilder();
    for (Transcript.Word word : transcript.words()) {
      words.add(
          JSON.createObjectBuilder()
              .add("Word", word.text())
              .add("Offset", AudioTime.ticks(word.offset()))
              .add("Duration", AudioTime.ticks(word.duration())));
    }
    return words;
  }

  private Answer noMatch(long offsetSamples, long durationSamples) {
    return answer(status("NoMatch", offsetSamples, durationSamples));
  }

  private JsonObjectBuilder status(String status, long offsetSamples, long durationSamples) {
    facts.note(status);
    return JSON.createObjectBuilder()
        .add("RecognitionStatus", status)
        .add("Offset", AudioTime.ticks(offsetSamples))
        .add("Duration", AudioTime.ticks(durationSamples));
  }

  private static Answer answer(JsonObjectBuilder json) {
    return KnownAnswers.recognized(json.build().toString());
  }
}
