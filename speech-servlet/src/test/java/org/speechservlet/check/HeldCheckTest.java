package org.speechservlet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.speechservlet.token.TokenStatus;

final class HeldCheckTest {

  private static TokenStatus token(
      TokenStatus.State state, int failures, TokenStatus.@Nullable Failure failure) {
    return new TokenStatus(
        TokenStatus.Mode.TOKEN,
        state,
        Duration.ofSeconds(100),
        Duration.ofSeconds(485),
        TokenStatus.KeyInUse.SECONDARY,
        failure,
        failures,
        Duration.ofSeconds(7));
  }

  private static Finding found(TokenStatus status) {
    Findings findings = new Findings();
    new HeldCheck(findings).check(status);
    return findings.all().get(0);
  }

  @Test
  void freshToken_passesWithItsKeyAndTimes() {
    Finding finding = found(token(TokenStatus.State.FRESH, 0, null));

    assertEquals(Verdict.PASSED, finding.verdict());
    assertTrue(finding.words().contains("second key, 100 s old"), finding.words());
    assertTrue(finding.words().contains("485 s"), finding.words());
  }

  @Test
  void tokenWhoseRenewalFails_isAWarningWithTheReason() {
    TokenStatus.Failure failure = new TokenStatus.Failure("HTTP 503.", Instant.EPOCH);
    Finding finding = found(token(TokenStatus.State.STALE, 3, failure));

    assertEquals(Verdict.WARNING, finding.verdict());
    assertTrue(finding.words().contains("HTTP 503."), finding.words());
    assertTrue(finding.words().contains("in 7 s"), finding.words());
  }

  @Test
  void failureThatIsOver_isNotTold() {
    TokenStatus.Failure failure = new TokenStatus.Failure("HTTP 503.", Instant.EPOCH);

    assertEquals(Verdict.PASSED, found(token(TokenStatus.State.FRESH, 0, failure)).verdict());
  }

  @Test
  void noTokenYet_isNoFailure() {
    assertEquals(Verdict.PASSED, found(token(TokenStatus.State.NONE, 0, null)).verdict());
  }

  @Test
  void noToken_failsWithTheReason() {
    TokenStatus.Failure failure = new TokenStatus.Failure("HTTP 401.", Instant.EPOCH);
    Finding finding = found(token(TokenStatus.State.NONE, 3, failure));

    assertEquals(Verdict.FAILED, finding.verdict());
    assertTrue(finding.words().contains("HTTP 401."), finding.words());
  }
}
