package org.speechservlet.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalAudioQuotaTest extends AudioQuotaContract {

  @Override
  AudioQuota create(Quotas quotas, Clock now) {
    return new LocalAudioQuota(quotas, now);
  }

  @Override
  void awaitSettled() {
    // It is counted at once.
  }

  @Test
  void users_whoMaySendEverythingAgain_areForgotten() {
    LocalAudioQuota quota = new LocalAudioQuota(QUOTAS, clock);
    for (int i = 0; i < 1_000; i++) {
      quota.reserve("user " + i, MINUTE).join().settle(Duration.ofSeconds(10));
      clock.pass(Duration.ofMinutes(10));
    }
    // 10 s of 180 s a day need 80 minutes.
    assertTrue(quota.userCount() < 12, () -> quota.userCount() + " users");
  }

  @Test
  void users_beyondTheBound_pushOutWhoWasAwayLongest() {
    LocalAudioQuota quota = new LocalAudioQuota(QUOTAS, clock, 100);
    quota.reserve("ann", MINUTE.multipliedBy(2)).join();
    for (int i = 0; i < 99; i++) {
      quota.reserve("user " + i, MINUTE).join();
      assertFalse(quota.reserve("ann", MINUTE).join().isGranted());
    }
    for (int i = 0; i < 200; i++) {
      quota.reserve("stranger " + i, MINUTE).join();
    }
    assertTrue(quota.userCount() <= 100);
    assertEquals(MINUTE, quota.reserve("ann", MINUTE).join().granted());
  }
}
