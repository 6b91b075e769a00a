package org.speechservlet.check;

import java.util.Locale;
import org.speechservlet.upstream.Transcript;

/** Judges the answer to the built-in sentence. Pure. */
final class AnswerJudgement {
  private static final int QUOTED_CHARS = 120;

  private final String language;

  /**
   * @param language the language that was asked for, a BCP 47 tag
   */
  AnswerJudgement(String language) {
    this.language = language;
  }

  void judge(SpeechService.Answered answer, Findings findings) {
    Transcript transcript = answer.transcript();
    String came =
        "An answer came after "
            + Words.seconds(answer.took())
            + " ("
            + quoted(transcript.recognitionStatus())
            + "). ";
    if (transcript.recognitionStatus().equals("Error")) {
      findings.failed(
          came
              + "The recognition service failed at it. Try again; if it stays so, look at the health"
              + " of the Speech resource.");
    } else if (!isEnglish()) {
      findings.passed(
          came
              + "The sentence is English and "
              + language
              + " was asked for, so that only the answer counts and not its words.");
    } else if (Sentence.isSaidIn(transcript.displayText())) {
      findings.passed(came + "It has the words that were said: " + heard(transcript) + ".");
    } else {
      findings.warning(came + otherWords(transcript));
    }
  }

  private boolean isEnglish() {
    return Locale.forLanguageTag(language).getLanguage().equals("en");
  }

  private static String otherWords(Transcript transcript) {
    return "\""
        + Sentence.TEXT
        + "\" was said, and "
        + (transcript.displayText().isBlank() ? "no words were" : heard(transcript) + " was")
        + " understood. The way is open; if dictated text is as wrong, look at speech.language and"
        + " at a custom model (cid) in speech.recognition-uri.";
  }

  private static String heard(Transcript transcript) {
    return "\"" + quoted(transcript.displayText()) + "\"";
  }

  /** Text of the service's, on one line and not at length. */
  private static String quoted(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() <= QUOTED_CHARS ? line : line.substring(0, QUOTED_CHARS) + "…";
  }
}
