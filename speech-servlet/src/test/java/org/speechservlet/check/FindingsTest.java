package org.speechservlet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.speechservlet.token.Authorization;

final class FindingsTest {
  private final Findings findings = new Findings();

  private CheckReport report() {
    return new CheckReport(findings.all(), Duration.ZERO);
  }

  @Test
  void report_ofGoodFindings_passes() {
    findings.passed("Well.");

    assertEquals(Verdict.PASSED, report().verdict());
    assertEquals("Everything that was looked at is right.", report().summary());
  }

  @Test
  void report_withAWarning_works() {
    findings.passed("Well.");
    findings.warning("Look.");

    assertEquals(Verdict.WARNING, report().verdict());
    assertTrue(report().summary().startsWith("It works. 1 thing"), report().summary());
  }

  @Test
  void report_withAFailure_saysHowManyThereAre() {
    findings.failed("One.");
    findings.warning("Look.");
    findings.failed("Two.");

    assertEquals(Verdict.FAILED, report().verdict());
    assertTrue(report().summary().contains("2 things are wrong"), report().summary());
  }

  @Test
  void givingUp_leavesOutWhatComesLaterAndTakesNothingMore() {
    findings.begin(Step.TOKEN_HOST);
    findings.giveUp("Too slow.", "the time is over");
    findings.passed("Too late.");

    assertEquals(
        List.of(
            new Finding(Step.TOKEN_HOST, Verdict.FAILED, "Too slow."),
            new Finding(Step.CREDENTIAL, Verdict.NOT_TRIED, "Not tried, because the time is over."),
            new Finding(
                Step.RECOGNITION, Verdict.NOT_TRIED, "Not tried, because the time is over.")),
        findings.all());
  }

  @Test
  void givingUp_inTheLastStep_leavesOutNothing() {
    findings.begin(Step.RECOGNITION);
    findings.giveUp("Too slow.", "the time is over");

    assertEquals(1, findings.all().size());
  }

  @Test
  void credential_inWords_isHidden() {
    findings.hide(Authorization.bearer("a-secret-token"));
    findings.hide(Authorization.none());
    findings.failed("It sent \"a-secret-token\" back.");

    assertEquals("It sent \"<credential>\" back.", findings.all().get(0).words());
  }
}
