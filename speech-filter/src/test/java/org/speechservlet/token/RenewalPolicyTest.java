package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RenewalPolicyTest {
  private static final double ALMOST_ONE = Math.nextDown(1.0);
  private static final RenewalPolicy SIX_MINUTES = new RenewalPolicy(Duration.ofMinutes(6));

  private static RenewalPolicy.FailedRenewal failed(int failures, Duration tokenLeft) {
    return new RenewalPolicy.FailedRenewal(failures, false, tokenLeft, Duration.ZERO, null);
  }

  private static RenewalPolicy.FailedRenewal asked(@Nullable Duration retryAfter) {
    return new RenewalPolicy.FailedRenewal(1, false, Duration.ZERO, Duration.ZERO, retryAfter);
  }

  /** Jitter just below its bound leaves a few nanoseconds. */
  private static void assertAbout(Duration expected, Duration actual) {
    Duration difference = expected.minus(actual).abs();
    assertTrue(difference.compareTo(Duration.ofMillis(1)) <= 0, actual + " is not " + expected);
  }

  private static Duration permanent(int failures, Duration tokenLeft) {
    return RenewalPolicy.retryDelay(
        new RenewalPolicy.FailedRenewal(failures, true, tokenLeft, Duration.ZERO, null),
        ALMOST_ONE);
  }

  @ParameterizedTest
  @CsvSource({
    "PT10M, PT6M",
    "PT20S, PT12S",
    "PT5M, PT3M",
    "PT1H, PT6M",
    "P3650D, PT6M",
    "PT1S, PT0.9S",
    "PT0.001S, PT0.0009S",
  })
  void renewalAge_withoutJitter_isShareOfLifeOrSetting(Duration life, Duration age) {
    assertEquals(age, SIX_MINUTES.renewalAge(life, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT10M", "PT20S", "PT2S", "PT0.1S", "P3650D"})
  void renewalAge_withJitter_isNeverLaterAndNeverAfterTheEnd(Duration life) {
    Duration latest = SIX_MINUTES.renewalAge(life, 0);
    for (double random = 0; random < 1; random += 0.01) {
      Duration age = SIX_MINUTES.renewalAge(life, random);
      assertTrue(age.compareTo(latest) <= 0, age + " at " + random);
      assertTrue(age.compareTo(RenewalPolicy.usableAge(life)) <= 0, age + " at " + random);
      assertTrue(age.compareTo(latest.multipliedBy(8).dividedBy(10)) >= 0, age + " at " + random);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT10M, PT9M45S", "PT150S, PT135S", "PT20S, PT18S", "PT1S, PT0.9S"})
  void usableAge_ofAnyLife_leavesAMargin(Duration life, Duration age) {
    assertEquals(age, RenewalPolicy.usableAge(life));
  }

  @Test
  void lifeRenewedAfter_anAge_isRenewedAtThatAge() {
    Duration life = RenewalPolicy.lifeRenewedAfter(Duration.ofMinutes(6));
    assertAbout(Duration.ofMinutes(6), SIX_MINUTES.renewalAge(life, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0.5S, PT1S",
    "1, PT0.5S, PT1S",
    "2, PT1S, PT2S",
    "5, PT8S, PT16S",
    "6, PT15S, PT30S",
    "100, PT15S, PT30S",
    "2147483647, PT15S, PT30S",
  })
  void retryDelay_withoutToken_growsToItsCap(int failures, Duration least, Duration most) {
    assertEquals(least, RenewalPolicy.retryDelay(failed(failures, Duration.ZERO), 0));
    Duration longest = RenewalPolicy.retryDelay(failed(failures, Duration.ZERO), ALMOST_ONE);
    assertAbout(most, longest);
    assertTrue(longest.compareTo(most) <= 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 100, Integer.MAX_VALUE})
  void retryDelay_whileTokenIsLeft_leavesAtLeastFourTries(int failures) {
    for (long left = 2; left < 600; left += 7) {
      Duration tokenLeft = Duration.ofSeconds(left);
      Duration delay = RenewalPolicy.retryDelay(failed(failures, tokenLeft), ALMOST_ONE);
      assertTrue(delay.multipliedBy(4).compareTo(tokenLeft) <= 0, delay + " of " + tokenLeft);
    }
  }

  @Test
  void retryDelay_untilTheEndOfAToken_triesOftenWhateverChanceSays() {
    Duration left = Duration.ofMinutes(3).plusSeconds(45);
    int tries = 0;
    for (int failures = 1; left.compareTo(Duration.ZERO) > 0; failures++) {
      left = left.minus(RenewalPolicy.retryDelay(failed(failures, left), ALMOST_ONE));
      tries++;
    }
    assertTrue(tries >= 12 && tries < 40, tries + " tries");
  }

  @Test
  void retryDelay_whileCallersWait_comesBeforeTheyGiveUp() {
    RenewalPolicy.FailedRenewal waited =
        new RenewalPolicy.FailedRenewal(100, false, Duration.ZERO, Duration.ofSeconds(12), null);
    assertTrue(RenewalPolicy.retryDelay(waited, ALMOST_ONE).compareTo(Duration.ofSeconds(3)) <= 0);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT0.5S", "PT10S, PT10S", "PT60S, PT60S", "PT1H, PT60S"})
  void retryDelay_withRetryAfter_isNotShorterThanAskedForUpToABound(
      Duration retryAfter, Duration expected) {
    assertEquals(expected, RenewalPolicy.retryDelay(asked(retryAfter), 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "1, 30", "2, 60", "3, 120", "100, 120", "2147483647, 120"})
  void retryDelay_ofAPermanentFailure_isLong(int failures, long seconds) {
    assertAbout(Duration.ofSeconds(seconds), permanent(failures, Duration.ZERO));
  }

  @Test
  void retryDelay_ofAPermanentFailure_neverAsksEveryMoment() {
    Duration delay = permanent(1, Duration.ofSeconds(1));
    assertAbout(Duration.ofSeconds(5), delay);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT12S", "PT-1S, PT12S", "PT4M, PT12S", "PT16S, PT8S", "PT2S, PT5S"})
  void attemptLimit_whileTokenIsLeft_leavesTimeForAnother(Duration left, Duration limit) {
    assertEquals(limit, RenewalPolicy.attemptLimit(left));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "1, PT0S",
    "3, PT0S",
    "4, PT5S",
    "5, PT10S",
    "10, PT5M",
    "100, PT5M",
    "2147483647, PT5M",
  })
  void replacementDelay_ofARow_growsAfterAFew(int refusals, Duration delay) {
    assertEquals(delay, RenewalPolicy.replacementDelay(refusals));
  }
}
