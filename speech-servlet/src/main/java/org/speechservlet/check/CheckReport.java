package org.speechservlet.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * All that a check found. Holds no secret.
 *
 * @param findings in the order in which they were made, at least one
 * @param took how long it took
 */
public record CheckReport(List<Finding> findings, Duration took) {

  /** Copies the list. */
  public CheckReport {
    findings = List.copyOf(findings);
    Objects.requireNonNull(took, "took");
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a report has findings");
    }
  }

  /** The worst of the verdicts; what was not tried follows something that failed. */
  public Verdict verdict() {
    return findings.stream()
        .map(Finding::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.NOT_TRIED);
  }

  /** Says in a sentence or two how things stand, and where to begin. */
  public String summary() {
    return switch (verdict()) {
      case PASSED -> "Everything that was looked at is right.";
      case WARNING ->
          "It works. %s below %s a look."
              .formatted(
                  count(Verdict.WARNING, "thing"),
                  count(Verdict.WARNING) == 1 ? "deserves" : "deserve");
      case FAILED, NOT_TRIED ->
          "It does not work: %s wrong. Begin with the first; what comes later may follow from it."
              .formatted(
                  count(Verdict.FAILED, "thing") + (count(Verdict.FAILED) == 1 ? " is" : " are"));
    };
  }

  private long count(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private String count(Verdict verdict, String noun) {
    long count = count(verdict);
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
