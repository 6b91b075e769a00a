package org.speechservlet.local;

import java.util.List;

/**
 * What an operator can say about any engine.
 *
 * @param languageTags the languages to load, BCP 47 in canonical form; at least one
 * @param recognizerCount how many utterances can be decoded at the same time, at least 1
 */
public record EngineOptions(List<String> languageTags, int recognizerCount) {

  /** Checks both. */
  public EngineOptions {
    languageTags = List.copyOf(languageTags);
    if (languageTags.isEmpty()) {
      throw new IllegalArgumentException("No language is named; give at least one, as in en-US");
    }
    if (recognizerCount < 1) {
      throw new IllegalArgumentException(
          "The recognizer count is " + recognizerCount + "; give 1 or more");
    }
  }
}
