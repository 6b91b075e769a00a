package org.speechservlet.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.UserLimitSettings;

/** What every way to count the users' audio does. */
abstract class AudioQuotaContract {
  static final Duration MINUTE = Duration.ofMinutes(1);

  /** Two minutes in an hour, three in a day. */
  static final Quotas QUOTAS =
      Quotas.of(new UserLimitSettings(0, MINUTE.multipliedBy(2), MINUTE.multipliedBy(3), null));

  final ManualClock clock = new ManualClock();
  private AudioQuota quota = new LocalAudioQuota(QUOTAS, clock);

  abstract AudioQuota create(Quotas quotas, Clock now);

  /** Waits until what was given back has been counted. */
  abstract void awaitSettled() throws Exception;

  @BeforeEach
  void open() {
    quota = create(QUOTAS, clock);
  }

  @AfterEach
  void close() {
    quota.close();
  }

  private Reservation reserve(String user, Duration most)
      throws ExecutionException, InterruptedException, TimeoutException {
    return quota.reserve(user, most).get(30, TimeUnit.SECONDS);
  }

  @Test
  void reserve_untilTheHourIsUsedUp_grantsWhatIsLeftAndThenNothing() throws Exception {
    assertEquals(MINUTE, reserve("ann", MINUTE).granted());
    assertEquals(Duration.ofSeconds(50), reserve("ann", Duration.ofSeconds(50)).granted());
    assertEquals(Duration.ofSeconds(10), reserve("ann", MINUTE).granted());

    Reservation refused = reserve("ann", MINUTE);

    assertFalse(refused.isGranted());
    assertEquals(
        List.of("hour"), refused.exhaustedAfter(Duration.ZERO).stream().map(Quota::name).toList());
    // 120 s come back in 3,600 s.
    assertEquals(Duration.ofSeconds(150), refused.retryAfter(Duration.ZERO));
  }

  @Test
  void reserve_byAnotherUser_isNotTouched() throws Exception {
    assertTrue(reserve("ann", MINUTE.multipliedBy(2)).isGranted());
    assertEquals(MINUTE, reserve("bob", MINUTE).granted());
  }

  @Test
  void reserve_afterRetryAfter_isGranted() throws Exception {
    assertTrue(reserve("ann", MINUTE.multipliedBy(2)).isGranted());
    Duration retryAfter = reserve("ann", MINUTE).retryAfter(Duration.ZERO);

    clock.pass(retryAfter.minusMillis(100));
    assertFalse(reserve("ann", MINUTE).isGranted());
    clock.pass(Duration.ofMillis(100));

    assertEquals(Reservation.LEAST_USEFUL, reserve("ann", MINUTE).granted());
  }

  @Test
  void reserve_forHours_isStoppedByTheDay() throws Exception {
    assertTrue(reserve("ann", MINUTE.multipliedBy(2)).isGranted());
    clock.pass(Duration.ofHours(1));
    // 60 s are left of the day, and 180 * 3,600 / 86,400 have come back.
    assertEquals(Duration.ofMillis(67_500), reserve("ann", MINUTE.multipliedBy(2)).granted());
    clock.pass(Duration.ofSeconds(30));

    Reservation refused = reserve("ann", MINUTE);

    assertEquals(
        List.of("day"), refused.exhaustedAfter(Duration.ZERO).stream().map(Quota::name).toList());
  }

  @Test
  void settle_givesBackWhatWasNotUsed_once() throws Exception {
    Reservation reservation = reserve("ann", MINUTE.multipliedBy(2));
    reservation.settle(Duration.ofSeconds(20));
    reservation.settle(Duration.ZERO);
    awaitSettled();

    assertEquals(Duration.ofSeconds(100), reserve("ann", MINUTE.multipliedBy(2)).granted());
  }

  @Test
  void settle_ofMoreThanWasGranted_takesTheRest() throws Exception {
    reserve("ann", MINUTE).settle(Duration.ofSeconds(70));
    awaitSettled();

    assertEquals(Duration.ofSeconds(50), reserve("ann", MINUTE).granted());
  }

  @Test
  void balances_tellWhatIsLeftOfEachQuotaAndWhenItIsFull() throws Exception {
    List<Balance> balances = reserve("ann", MINUTE).balancesAfter(Duration.ofSeconds(30));

    assertEquals(
        List.of(Duration.ofSeconds(90), Duration.ofSeconds(150)),
        balances.stream().map(Balance::left).toList());
    assertEquals(Duration.ofMinutes(15), balances.get(0).untilFull());
    assertEquals(Duration.ofHours(4), balances.get(1).untilFull());
  }

  @Test
  void balances_areNeitherNegativeNorMoreThanTheQuota() throws Exception {
    Reservation all = reserve("ann", MINUTE.multipliedBy(2));

    assertEquals(Duration.ZERO, all.balancesAfter(MINUTE.multipliedBy(9)).get(0).left());
    assertEquals(MINUTE.multipliedBy(2), all.balancesAfter(Duration.ZERO).get(0).left());
  }

  @Test
  void clockThatGoesBack_givesNothingAway() throws Exception {
    assertTrue(reserve("ann", MINUTE.multipliedBy(2)).isGranted());
    clock.pass(Duration.ofHours(-3));
    assertFalse(reserve("ann", MINUTE).isGranted());
  }
}
