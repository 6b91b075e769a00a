package org.speechservlet.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.UserLimitSettings;

class SharedAudioQuotaTest extends AudioQuotaContract {
  private final FakeTexts texts = new FakeTexts();

  @Override
  AudioQuota create(Quotas quotas, Clock now) {
    return node(quotas, now);
  }

  private SharedAudioQuota node(Quotas quotas, Clock now) {
    return new SharedAudioQuota(quotas, texts, now, "test-quota");
  }

  @Override
  void awaitSettled() throws Exception {
    texts.awaitReplacements(2);
  }

  @Test
  void nodes_thatCountAtTheSameTime_grantNoMoreThanThereIs() throws Exception {
    try (AudioQuota a = node(QUOTAS, clock);
        AudioQuota b = node(QUOTAS, clock)) {
      List<CompletableFuture<Reservation>> asked = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        asked.add((i % 2 == 0 ? a : b).reserve("ann", Duration.ofSeconds(6)));
      }
      Duration granted = Duration.ZERO;
      for (CompletableFuture<Reservation> each : asked) {
        granted = granted.plus(each.get(30, TimeUnit.SECONDS).granted());
      }
      assertEquals(MINUTE.multipliedBy(2), granted);
    }
  }

  @Test
  void account_ofOtherQuotas_isBegunAnew() throws Exception {
    Quotas before = Quotas.of(new UserLimitSettings(0, MINUTE, null, null));
    try (AudioQuota old = node(before, clock)) {
      assertTrue(old.reserve("ann", MINUTE).get(30, TimeUnit.SECONDS).isGranted());
    }
    texts.reopen();
    try (AudioQuota changed = node(QUOTAS, clock)) {
      assertEquals(MINUTE, changed.reserve("ann", MINUTE).get(30, TimeUnit.SECONDS).granted());
    }
  }

  @Test
  void account_thatIsGarbage_isBegunAnew() throws Exception {
    assertTrue(texts.replace("ann", null, QUOTAS.fingerprint() + " AAAA!"));
    try (AudioQuota quota = node(QUOTAS, clock)) {
      assertEquals(MINUTE, quota.reserve("ann", MINUTE).get(30, TimeUnit.SECONDS).granted());
    }
  }

  @Test
  void cache_thatFails_failsTheReservation() throws Exception {
    try (AudioQuota quota = node(QUOTAS, clock)) {
      texts.fail(new IllegalStateException("no cluster"));
      ExecutionException failure =
          assertThrows(
              ExecutionException.class,
              () -> quota.reserve("ann", MINUTE).get(30, TimeUnit.SECONDS));
      assertTrue(String.valueOf(failure.getMessage()).endsWith("no cluster"));
    }
  }

  @Test
  void close_settlesFirstAndThenClosesTheCache() throws Exception {
    AudioQuota quota = node(QUOTAS, clock);
    quota.reserve("ann", MINUTE).get(30, TimeUnit.SECONDS).settle(Duration.ZERO);
    quota.close();

    assertEquals(2, texts.replacements());
    assertTrue(texts.isClosed());
    assertFalse(
        quota.reserve("ann", MINUTE).handle((reservation, failure) -> failure == null).get());
  }
}
