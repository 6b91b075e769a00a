package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RenewalPolicyTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final double NEARLY_ONE = Math.nextDown(1.0);

  private final RenewalPolicy policy = new RenewalPolicy(Duration.ofMinutes(6));

  @ParameterizedTest
  @CsvSource({
    "600, 360000", // the setting, which is also 60 % of the life
    "3600, 360000", // the setting
    "20, 12000", // 60 % of the life
    "2, 1200",
    "1, 900", // the least age is 1 s, but not beyond the usable age
  })
  void renewal_withoutJitter_isAtTheLesserOfSettingAndShare(long lifeSeconds, long ageMillis) {
    Duration age = policy.renewalAge(Duration.ofSeconds(lifeSeconds), 0);
    assertEquals(Duration.ofMillis(ageMillis), age);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.999999})
  void renewal_withJitter_isEarlierByATenthAtMost(double random) {
    Duration age = policy.renewalAge(TEN_MINUTES, random);
    assertTrue(age.compareTo(Duration.ofMinutes(6)) <= 0, age.toString());
    assertTrue(age.compareTo(Duration.ofSeconds(324)) >= 0, age.toString());
  }

  @ParameterizedTest
  @CsvSource({"600,585000", "150,135000", "100,90000", "20,18000", "1,900"})
  void token_ofALife_isHandedOutUntilAMarginBeforeItsEnd(long lifeSeconds, long ageMillis) {
    assertEquals(
        Duration.ofMillis(ageMillis), RenewalPolicy.usableAge(Duration.ofSeconds(lifeSeconds)));
  }

  @Test
  void life_beyondAllMeasure_doesNotOverflow() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    assertEquals(Duration.ofMinutes(6), policy.renewalAge(forever, 0));
    assertTrue(RenewalPolicy.usableAge(forever).compareTo(Duration.ofDays(6)) > 0);
  }

  @Test
  void life_renewedAfterAnAge_isRenewedThen() {
    Duration life = RenewalPolicy.lifeRenewedAfter(Duration.ofMinutes(6));
    assertEquals(TEN_MINUTES, life);
    assertEquals(Duration.ofMinutes(6), policy.renewalAge(life, 0));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "2,2", "3,4", "4,8", "5,16", "6,30", "100,30", "2147483647,30"})
  void retry_withTimeInPlenty_growsToItsCap(int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), retry(failures, 225, 0, NEARLY_ONE));
  }

  @Test
  void retry_withJitter_isEarlierByAHalfAtMost() {
    assertEquals(Duration.ofSeconds(15), retry(100, 225, 0, 0));
  }

  @Test
  void retry_nearTheEndOfTheToken_leavesTries() {
    assertEquals(Duration.ofMillis(1500), retry(100, 6, 0, NEARLY_ONE));
    assertEquals(Duration.ofMillis(500), retry(100, 1, 0, NEARLY_ONE));
  }

  @Test
  void retry_whileCallersWait_leavesTries() {
    assertEquals(Duration.ofSeconds(3), retry(100, 0, 12, NEARLY_ONE));
  }

  @Test
  void retry_withNothingToSave_isOfTheCap() {
    assertEquals(Duration.ofSeconds(30), retry(100, 0, 0, NEARLY_ONE));
  }

  @Test
  void retry_throughARenewalOutage_leavesManyTriesBeforeTheTokenEnds() {
    Duration left = Duration.ofSeconds(225);
    int tries = 0;
    while (!left.isNegative()) {
      tries++;
      left = left.minus(retry(tries, left.toSeconds(), 0, NEARLY_ONE));
    }
    assertTrue(tries >= 10, "tries: " + tries);
  }

  private static Duration retry(int failures, long tokenLeft, long waitLeft, double random) {
    return delay(failures, false, tokenLeft, waitLeft, null, random);
  }

  private static Duration delay(
      int failures,
      boolean isPermanent,
      long tokenLeft,
      long waitLeft,
      @org.jspecify.annotations.Nullable Duration retryAfter,
      double random) {
    Duration delay =
        RenewalPolicy.retryDelay(
            new RenewalPolicy.FailedRenewal(
                failures,
                isPermanent,
                Duration.ofSeconds(tokenLeft),
                Duration.ofSeconds(waitLeft),
                retryAfter),
            random);
    // Jitter next to 1 loses some nanoseconds.
    return Duration.ofMillis(Math.round(delay.toNanos() / 1e6));
  }

  @ParameterizedTest
  @CsvSource({"10,10", "60,60", "61,60", "86400,60", "0,1"})
  void retryAfter_ofTheService_isHonouredUpToItsCap(long asked, long expected) {
    assertEquals(
        Duration.ofSeconds(expected),
        delay(1, false, 225, 0, Duration.ofSeconds(asked), NEARLY_ONE));
  }

  @ParameterizedTest
  @CsvSource({"1,30", "2,60", "3,120", "4,120", "2147483647,120"})
  void retry_afterAPermanentFailure_isSlow(int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), delay(failures, true, 0, 15, null, NEARLY_ONE));
  }

  @Test
  void retry_afterAPermanentFailureWithAShortToken_isFasterButNotFast() {
    assertEquals(Duration.ofSeconds(5), delay(3, true, 6, 0, null, NEARLY_ONE));
    assertEquals(Duration.ofSeconds(50), delay(3, true, 200, 0, null, NEARLY_ONE));
  }

  @ParameterizedTest
  @CsvSource({"0,12", "225,12", "20,10", "6,5", "1,5"})
  void attempt_withTokenLeft_takesHalfOfItAtMost(long tokenLeft, long limit) {
    assertEquals(
        Duration.ofSeconds(limit), RenewalPolicy.attemptLimit(Duration.ofSeconds(tokenLeft)));
  }

  @Test
  void attempt_limit_isBelowTheTimeThatCallersWait() {
    assertTrue(RenewalPolicy.attemptLimit(Duration.ZERO).compareTo(RenewalLoop.WAIT_LIMIT) < 0);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "3,0", "4,5", "5,10", "6,20", "10,300", "100,300", "2147483647,300"})
  void replacement_ofRefusedTokens_isImmediateForAFewOnly(int refusals, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), RenewalPolicy.replacementDelay(refusals));
  }
}
