package org.speechservlet.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.speechservlet.config.UserLimitSettings;

class StandbyAudioQuotaTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock();
  private final Deque<CompletableFuture<Reservation>> asked = new ArrayDeque<>();
  private final List<Runnable> alarms = new ArrayList<>();
  private final LocalAudioQuota local =
      new LocalAudioQuota(Quotas.of(new UserLimitSettings(0, MINUTE, null, null)), clock);
  private final StandbyAudioQuota quota =
      new StandbyAudioQuota(
          (user, most) -> {
            CompletableFuture<Reservation> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
          },
          local,
          (delay, task) -> {
            assertEquals(Duration.ofSeconds(2), delay);
            alarms.add(task);
            return () -> alarms.remove(task);
          });

  private static Reservation granted(List<Duration> settled) {
    return new Reservation(MINUTE, List.of(), (granted, used) -> settled.add(used));
  }

  @Test
  void reserve_whileTheCacheAnswers_isItsAnswer() {
    CompletableFuture<Reservation> answer = quota.reserve("ann", MINUTE);
    Reservation shared = granted(new ArrayList<>());
    asked.remove().complete(shared);

    assertEquals(shared, answer.join());
    assertEquals(0, local.userCount());
    assertTrue(alarms.isEmpty());
  }

  @Test
  void reserve_whileTheCacheFails_isCountedHere() {
    CompletableFuture<Reservation> answer = quota.reserve("ann", MINUTE);
    asked.remove().completeExceptionally(new IllegalStateException("no cluster"));

    assertEquals(MINUTE, answer.join().granted());
    CompletableFuture<Reservation> second = quota.reserve("ann", MINUTE);
    asked.remove().completeExceptionally(new IllegalStateException("no cluster"));
    assertFalse(second.join().isGranted());
  }

  @Test
  void reserve_whenTheCacheIsTooSlow_isCountedHereAndItsAnswerGivenBack() {
    CompletableFuture<Reservation> answer = quota.reserve("ann", MINUTE);
    alarms.get(0).run();
    assertEquals(MINUTE, answer.join().granted());
    assertEquals(1, local.userCount());

    List<Duration> settled = new ArrayList<>();
    asked.remove().complete(granted(settled));

    assertEquals(List.of(Duration.ZERO), settled);
  }
}
