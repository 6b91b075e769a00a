package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers get while the token service is down, and after. */
final class OutageTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
  private static final Duration TICK = Duration.ofMillis(100);
  private final ManualRenewal renewal = new ManualRenewal();

  @AfterEach
  void endCapture() {
    renewal.close();
  }

  @Test
  void token_whoseRenewalFails_isServedUntilFifteenSecondsBeforeItsEnd() {
    renewal.manager();
    renewal.source.give(TEN_MINUTES);
    renewal.source.script = () -> FakeSource.failure(FakeSource.DOWN);
    renewal.time.advance(TEN_MINUTES.minusSeconds(15).minusNanos(1));
    assertTrue(renewal.ask().isDone() && !renewal.ask().isCompletedExceptionally());
    renewal.time.advance(Duration.ofNanos(1));
    assertEquals(TokenStatus.State.EXPIRED, renewal.state());
    assertTrue(renewal.ask().isCompletedExceptionally());
  }

  @Test
  void outage_ofThreeMinutes_costsNoAuthorization() {
    for (int start = 0; start < 360; start += 15) {
      surviveOutage(Duration.ofSeconds(start), Duration.ofMinutes(3));
    }
  }

  private static void surviveOutage(Duration from, Duration length) {
    ManualRenewal renewal = new ManualRenewal();
    Duration begin = Duration.ofSeconds(1).plus(from);
    renewal.source.script =
        () ->
            isWithin(renewal.time.passed(), begin, begin.plus(length))
                ? FakeSource.failure(FakeSource.DOWN)
                : renewal.source.answer(TEN_MINUTES);
    try (renewal;
        TokenManager manager = renewal.manager(0.9)) {
      assertEquals(0, manager.status().consecutiveFailures());
      while (renewal.time.passed().compareTo(Duration.ofMinutes(20)) < 0) {
        renewal.have();
        renewal.time.advance(Duration.ofSeconds(1));
      }
    }
  }

  private static boolean isWithin(Duration at, Duration from, Duration to) {
    return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
  }

  @Test
  void shortTokens_withOutagesOfTenSeconds_failNoCaller() {
    for (int gap = 10; gap <= 30; gap += 4) {
      for (double random : new double[] {0, 0.5, 0.99}) {
        surviveOutages(Duration.ofSeconds(gap), random);
      }
    }
  }

  /** Three minutes of tokens that live 20 s; the service is down for 10 s after each gap. */
  private static void surviveOutages(Duration gap, double random) {
    ManualRenewal renewal = new ManualRenewal();
    long period = gap.plusSeconds(10).toMillis();
    renewal.source.script =
        () ->
            renewal.time.passed().toMillis() % period >= gap.toMillis()
                ? FakeSource.failure(FakeSource.DOWN)
                : renewal.source.answer(Duration.ofSeconds(20));
    List<CompletableFuture<Authorization>> answers = new ArrayList<>();
    try (renewal;
        TokenManager manager = renewal.manager(random)) {
      assertEquals(0, manager.status().consecutiveFailures());
      while (renewal.time.passed().compareTo(Duration.ofMinutes(3)) < 0) {
        answers.add(renewal.ask());
        renewal.time.advance(TICK);
      }
      renewal.time.advance(Duration.ofSeconds(15));
    }
    assertTrue(answers.stream().allMatch(CompletableFuture::isDone), "a caller hangs");
    assertEquals(
        0,
        answers.stream().filter(CompletableFuture::isCompletedExceptionally).count(),
        "failed with gap " + gap + " and random " + random);
  }

  @Test
  void firstToken_afterAShortOutage_reachesThoseWhoWait() {
    renewal.manager();
    CompletableFuture<Authorization> answer = renewal.ask();
    renewal.source.fail(FakeSource.DOWN);
    renewal.time.advance(Duration.ofSeconds(1));
    assertFalse(answer.isDone());
    renewal.source.give(TEN_MINUTES);
    assertSame(renewal.have(), answer.join());
  }

  @Test
  void callers_withoutATokenInAnOutage_failAfterFifteenSecondsWithATimeToComeBack() {
    renewal.source.script = () -> FakeSource.failure(FakeSource.DOWN);
    renewal.manager();
    CompletableFuture<Authorization> first = renewal.ask();
    renewal.time.advance(Duration.ofSeconds(10));
    CompletableFuture<Authorization> second = renewal.ask();
    renewal.time.advance(Duration.ofSeconds(5).minusNanos(1));
    assertFalse(first.isDone());
    assertFalse(second.isDone());
    renewal.time.advance(Duration.ofNanos(1));
    TokenUnavailableException failure = ManualRenewal.failureOf(first);
    String message = ManualRenewal.messageOf(first);
    assertTrue(failure.retryAfter().compareTo(Duration.ofSeconds(1)) >= 0);
    assertTrue(message.contains("HTTP 503"), message);
    assertTrue(message.contains("It is down. Wait."), message);
    ManualRenewal.messageOf(second);
    ManualRenewal.messageOf(renewal.ask());
  }

  @Test
  void callers_whoseServiceIsSilent_failAfterFifteenSeconds() {
    renewal.manager();
    CompletableFuture<Authorization> answer = renewal.ask();
    renewal.time.advance(Duration.ofSeconds(15));
    assertTrue(ManualRenewal.messageOf(answer).contains("no answer within 12 s"));
  }

  @Test
  void callers_withAWrongKey_failAtOnce() {
    renewal.manager();
    CompletableFuture<Authorization> waiting = renewal.ask();
    renewal.source.fail(FakeSource.WRONG_KEY);
    assertEquals(Duration.ofSeconds(15), ManualRenewal.failureOf(waiting).retryAfter());
    ManualRenewal.messageOf(renewal.ask());
  }

  @Test
  void wrongKey_thatIsMended_isFoundOut() {
    TokenManager manager = renewal.manager();
    renewal.source.fail(FakeSource.WRONG_KEY);
    renewal.time.advance(Duration.ofSeconds(15));
    renewal.source.give(TEN_MINUTES);
    renewal.have();
    assertEquals(0, manager.status().consecutiveFailures());
    assertTrue(String.valueOf(manager.status().lastFailure()).contains("HTTP 401"));
  }

  @Test
  void retryAfter_ofTheService_isHonoured() {
    renewal.manager();
    renewal.source.fail(FakeSource.DOWN.retryAfter(Duration.ofSeconds(40)));
    renewal.time.advance(Duration.ofSeconds(40).minusNanos(1));
    assertEquals(1, renewal.source.requests.size());
    renewal.time.advance(Duration.ofNanos(1));
    assertEquals(2, renewal.source.requests.size());
  }

  @Test
  void attempt_thatAnswersAfterItWasGivenUp_changesNothing() {
    renewal.source.script = DeafFuture::new;
    TokenManager manager = renewal.manager();
    DeafFuture slow = (DeafFuture) renewal.source.last();
    renewal.time.advance(Duration.ofSeconds(12));
    renewal.source.script = () -> renewal.source.answer(TEN_MINUTES);
    renewal.time.advance(Duration.ofSeconds(1));
    Authorization present = renewal.have();
    slow.complete(renewal.source.token(TEN_MINUTES));
    assertSame(present, renewal.have());
    assertTrue(ageStart(manager) > Duration.ofSeconds(12).toMillis());
  }

  private long ageStart(TokenManager manager) {
    Duration age = manager.status().age();
    assertTrue(age != null);
    return renewal.time.passed().minus(age).toMillis();
  }

  /** An attempt that cannot be aborted. */
  private static final class DeafFuture extends CompletableFuture<Credential> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }
  }

  @Test
  void source_thatFailsUnexpectedly_isAskedAgain() {
    TokenManager manager = renewal.manager();
    renewal.source.last().completeExceptionally(new IllegalStateException("secret"));
    assertFalse(String.valueOf(manager.status().lastFailure()).contains("secret"));
    renewal.time.advance(Duration.ofSeconds(1));
    renewal.source.give(TEN_MINUTES);
    renewal.have();
  }

  @Test
  void log_ofAnOutage_repeatsItselfOnceAMinute() {
    renewal.manager();
    renewal.source.give(TEN_MINUTES);
    renewal.source.script = () -> FakeSource.failure(FakeSource.DOWN);
    renewal.time.advance(SIX_MINUTES.plusMinutes(3));
    List<String> warnings = renewal.log.lines(Level.WARNING);
    assertTrue(warnings.size() >= 3 && warnings.size() <= 4, warnings.toString());
    assertTrue(
        warnings.get(0).contains("Token renewal failed (HTTP 503, attempt 1); next attempt in"),
        warnings.get(0));
    assertTrue(warnings.get(0).contains("the current token is valid for 225 s"), warnings.get(0));
    renewal.source.script = () -> renewal.source.answer(TEN_MINUTES);
    renewal.time.advance(Duration.ofSeconds(30));
    renewal.have();
    List<String> infos = renewal.log.lines(Level.INFO);
    assertTrue(infos.get(1).contains("Recovered after"), infos.toString());
  }
}
