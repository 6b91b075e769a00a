package org.speechservlet.check;

import java.net.URI;
import java.util.List;
import org.speechservlet.config.SettingsReading;
import org.speechservlet.config.SpeechSettings;

/** Tells what is configured, and everything that is wrong with it. */
final class SettingsCheck {
  private final Findings findings;

  SettingsCheck(Findings findings) {
    this.findings = findings;
  }

  void check(SettingsReading reading) {
    findings.begin(Step.SETTINGS);
    List<SettingsReading.Line> given =
        reading.lines().stream()
            .filter(SettingsReading.Line::isGiven)
            .filter(line -> !isProblem(line, reading.problems()))
            .toList();
    given.forEach(line -> findings.passed(shown(line)));
    if (given.isEmpty() && reading.settings() != null) {
      findings.passed("All settings have their defaults.");
    }
    reading.problems().forEach(problem -> findings.failed(sentence(problem)));
    reading.notes().forEach(note -> findings.warning(sentence(note)));
    if (reading.settings() != null) {
      addHosts(reading.settings());
    }
  }

  private static boolean isProblem(SettingsReading.Line line, List<String> problems) {
    return problems.stream().anyMatch(problem -> problem.startsWith(line.name() + " = "));
  }

  private static String shown(SettingsReading.Line line) {
    return line.name() + " = " + line.text() + " (" + line.place() + ")";
  }

  private void addHosts(SpeechSettings settings) {
    URI tokenUri = settings.auth().tokenUri();
    findings.passed(
        (tokenUri == null ? "" : "Tokens come from " + tokenUri + ". ")
            + "Recognition is at "
            + settings.recognition().uri()
            + ", in "
            + settings.recognition().language()
            + ".");
  }

  /** Problems are told in the middle of a sentence elsewhere. */
  private static String sentence(String text) {
    boolean isName = text.startsWith("speech.") || text.startsWith("init-param ");
    String begun = isName ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
