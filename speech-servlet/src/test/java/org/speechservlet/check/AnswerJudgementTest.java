package org.speechservlet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.Transcript;

final class AnswerJudgementTest {

  private static Finding judged(String language, String status, String text) {
    Findings findings = new Findings();
    findings.begin(Step.RECOGNITION);
    new AnswerJudgement(language)
        .judge(
            new SpeechService.Answered(new Transcript("{}", status, text), Duration.ofMillis(1234)),
            findings);
    return findings.all().get(0);
  }

  @Test
  void sameWords_whateverTheirSigns_pass() {
    Finding finding = judged("en-GB", "Success", "can you, hear ME");

    assertEquals(Verdict.PASSED, finding.verdict());
    assertTrue(finding.words().contains("1.2 s"), finding.words());
  }

  @Test
  void otherWords_areAWarningWithBoth() {
    Finding finding = judged("en-US", "Success", "Can you near me?");

    assertEquals(Verdict.WARNING, finding.verdict());
    assertTrue(finding.words().contains(Sentence.TEXT), finding.words());
    assertTrue(finding.words().contains("near me"), finding.words());
  }

  @Test
  void noWords_inEnglish_areAWarning() {
    assertEquals(Verdict.WARNING, judged("en-US", "NoMatch", "").verdict());
  }

  @Test
  void noWords_inAnotherLanguage_pass() {
    assertEquals(Verdict.PASSED, judged("fr-FR", "InitialSilenceTimeout", "").verdict());
  }

  @Test
  void error_inAnyLanguage_fails() {
    assertEquals(Verdict.FAILED, judged("fr-FR", "Error", "").verdict());
  }

  @Test
  void textOfTheService_isQuotedOnOneLineAndNotAtLength() {
    String words = judged("en-US", "Success", "one\ntwo" + "x".repeat(500)).words();

    assertTrue(words.contains("one two"), words);
    assertTrue(words.length() < 600, words);
  }
}
