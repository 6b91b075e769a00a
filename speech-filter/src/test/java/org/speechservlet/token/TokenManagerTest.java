package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class TokenManagerTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final FakeTime time = new FakeTime();
  private final FakeSource source = new FakeSource();
  private final LogCapture log = LogCapture.of(TokenManagerTest.class);
  private final TokenManager manager =
      new TokenManager(
          new RenewalLoop(
              source,
              new RenewalPolicy(Duration.ofMinutes(6)),
              time.surroundings(),
              new RenewalLog(LoggerFactory.getLogger(TokenManagerTest.class), source)),
          time::close);

  @AfterEach
  void closeLog() {
    log.close();
  }

  // Getting the first token

  @Test
  void start_withoutAnyCaller_asksForAToken() {
    assertEquals(1, source.count());
    assertEquals(TokenStatus.State.NONE, manager.status().state());
    assertEquals(Duration.ZERO, manager.status().nextAttemptIn());
  }

  @Test
  void authorization_beforeTheFirstToken_completesWhenItComes() {
    CompletionStage<Authorization> early = manager.authorization();
    assertFalse(early.toCompletableFuture().isDone());
    source.succeed("t1", TEN_MINUTES);
    assertToken("t1", early);
  }

  @Test
  void authorization_ofManyCallers_causesOneRequest() {
    List<CompletionStage<Authorization>> stages = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      stages.add(manager.authorization());
    }
    source.succeed("t1", TEN_MINUTES);
    stages.forEach(stage -> assertToken("t1", stage));
    assertEquals(1, source.count());
  }

  @Test
  void authorization_whileFresh_isOneAndTheSameStage() {
    source.succeed("t1", TEN_MINUTES);
    assertSame(manager.authorization(), manager.authorization());
  }

  @Test
  void authorization_completedByACaller_isNotSpoiltForOthers() {
    CompletionStage<Authorization> waiting = manager.authorization();
    manager.authorization().toCompletableFuture().cancel(true);
    source.succeed("t1", TEN_MINUTES);
    manager.authorization().toCompletableFuture().obtrudeException(new AssertionError());
    assertToken("t1", waiting);
    assertToken("t1", manager.authorization());
  }

  @Test
  void authorization_withAFailingContinuation_reachesTheOthers() {
    List<String> got = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      var unused =
          manager
              .authorization()
              .thenAccept(
                  authorization -> {
                    got.add(name);
                    throw new IllegalStateException(name);
                  });
    }
    source.succeed("t1", TEN_MINUTES);
    assertEquals(List.of("a", "b", "c"), got);
  }

  // Renewal

  @Test
  void renewal_withoutTraffic_comesAtItsAge() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(359);
    assertEquals(1, source.count());
    assertEquals(TokenStatus.State.FRESH, manager.status().state());
    time.passSeconds(1);
    assertEquals(2, source.count());
    assertEquals(TokenStatus.State.STALE, manager.status().state());
  }

  @Test
  void renewal_withJitter_comesEarlier() {
    time.setRandom(0.5);
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(342);
    assertEquals(2, source.count());
  }

  @Test
  void renew_whileStale_servesOldToken() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(361);
    assertToken("t1", manager.authorization());
    source.succeed("t2", TEN_MINUTES);
    assertToken("t2", manager.authorization());
    assertEquals(2, source.count());
  }

  @Test
  void age_ofAToken_isCountedFromBeforeTheRequest() {
    time.passSeconds(10);
    source.succeed("t1", TEN_MINUTES);
    assertEquals(Duration.ofSeconds(10), manager.status().age());
    assertEquals(Duration.ofSeconds(575), manager.status().timeLeft());
    time.passSeconds(350);
    assertEquals(2, source.count());
  }

  @Test
  void token_nearItsEnd_isNoLongerHandedOut() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(360);
    source.fail(FakeSource.BUSY);
    time.passSeconds(224.9);
    assertToken("t1", manager.authorization());
    time.passSeconds(0.1);
    assertEquals(TokenStatus.State.EXPIRED, manager.status().state());
    assertTrue(manager.authorization().toCompletableFuture().isCompletedExceptionally());
  }

  @Test
  void wallClock_thatJumps_changesNothing() {
    source.succeed("t1", TEN_MINUTES);
    time.setWallOffset(Duration.ofDays(400));
    assertEquals(TokenStatus.State.FRESH, manager.status().state());
    time.setWallOffset(Duration.ofDays(-400));
    time.passSeconds(360);
    assertEquals(2, source.count());
  }

  @Test
  void token_thatIsOverWhenItComes_isAFailure() {
    time.passSeconds(3);
    source.succeed("t1", Duration.ofSeconds(3));
    assertEquals(1, manager.status().consecutiveFailures());
    assertTrue(lastFailure().contains("its life is over by then"), lastFailure());
  }

  @Test
  void credential_withoutEnd_isNeverRenewed() {
    source.succeed("key", null);
    assertEquals(0, time.scheduledCount());
    time.pass(Duration.ofDays(100));
    assertEquals(1, source.count());
    assertEquals(TokenStatus.State.FRESH, manager.status().state());
    assertNull(manager.status().timeLeft());
    assertNull(manager.status().nextAttemptIn());
  }

  @Test
  void source_thatGivesTheSameTokenAgain_keepsItsIdentityAndTheNewLife() throws Exception {
    source.succeed("t1", TEN_MINUTES);
    Authorization first = get(manager.authorization());
    time.passSeconds(360);
    source.succeed("t1", Duration.ofMinutes(4));
    assertSame(first, get(manager.authorization()));
    assertEquals(Duration.ofSeconds(144), manager.status().nextAttemptIn());
  }

  // Failure

  @Test
  void failure_ofARenewal_isRetriedWhileTheTokenServes() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(360);
    source.fail(FakeSource.BUSY);
    assertEquals(Duration.ofMillis(500), manager.status().nextAttemptIn());
    time.passSeconds(0.5);
    assertEquals(3, source.count());
    assertToken("t1", manager.authorization());
    source.succeed("t2", TEN_MINUTES);
    assertToken("t2", manager.authorization());
    assertEquals(0, manager.status().consecutiveFailures());
    assertNotNull(manager.status().lastFailure());
  }

  @Test
  void failure_ofTheFirstAttempts_doesNotReachCallersAtOnce() {
    CompletionStage<Authorization> waiting = manager.authorization();
    source.fail(FakeSource.BUSY);
    CompletionStage<Authorization> later = manager.authorization();
    time.passSeconds(1);
    assertFalse(waiting.toCompletableFuture().isDone());
    source.succeed("t1", TEN_MINUTES);
    assertToken("t1", waiting);
    assertToken("t1", later);
  }

  @Test
  void failure_lastingLong_reachesAllCallersAtTheWaitLimit() {
    CompletionStage<Authorization> first = manager.authorization();
    failWheneverAsked(10);
    CompletionStage<Authorization> second = manager.authorization();
    failWheneverAsked(4.9);
    assertFalse(first.toCompletableFuture().isDone());
    failWheneverAsked(0.1);
    assertUnavailable("HTTP 503", first);
    assertUnavailable("HTTP 503", second);
    TokenUnavailableException late = assertUnavailable("HTTP 503", manager.authorization());
    assertTrue(late.retryAfter().compareTo(Duration.ofSeconds(1)) >= 0);
    assertTrue(late.retryAfter().compareTo(Duration.ofSeconds(30)) <= 0);
  }

  @Test
  void failure_afterTheWaitLimit_tellsWhenTheNextAttemptComes() {
    failWheneverAsked(120);
    Duration next = manager.status().nextAttemptIn();
    assertNotNull(next);
    assertEquals(next, assertUnavailable("HTTP 503", manager.authorization()).retryAfter());
  }

  @Test
  void failure_thatIsPermanent_reachesCallersAtOnce() {
    CompletionStage<Authorization> waiting = manager.authorization();
    source.fail(FakeSource.WRONG_KEY);
    assertUnavailable("HTTP 401", waiting);
    TokenUnavailableException late = assertUnavailable("HTTP 401", manager.authorization());
    assertEquals(Duration.ofSeconds(15), late.retryAfter());
    assertTrue(String.valueOf(late.getMessage()).contains("The key is wrong. Compare it."));
  }

  @Test
  void failure_thatIsPermanent_isMendedByTheNextAttempt() {
    source.fail(FakeSource.WRONG_KEY);
    time.passSeconds(15);
    source.succeed("t1", TEN_MINUTES);
    assertToken("t1", manager.authorization());
  }

  @Test
  void attempt_thatStalls_isGivenUpAndTriedAgain() {
    CompletionStage<Authorization> waiting = manager.authorization();
    CompletableFuture<Credential> stalled = source.last();
    time.passSeconds(12);
    assertTrue(stalled.isCancelled());
    assertTrue(lastFailure().contains("no answer within 12 s"), lastFailure());
    time.passSeconds(1);
    assertEquals(2, source.count());
    source.succeed("t1", TEN_MINUTES);
    assertToken("t1", waiting);
  }

  @Test
  void renewal_thatIsSuperseded_doesNotOverwriteANewerToken() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(360);
    CompletableFuture<Credential> slow = source.last();
    time.passSeconds(13);
    source.succeed("t3", TEN_MINUTES);
    slow.complete(FakeSource.credential("t2", TEN_MINUTES));
    slow.obtrudeValue(FakeSource.credential("t2", TEN_MINUTES));
    assertToken("t3", manager.authorization());
    assertEquals(0, manager.status().consecutiveFailures());
  }

  @Test
  void source_thatFailsUnexpectedly_isRetried() {
    source.last().completeExceptionally(new ArithmeticException("secret"));
    assertTrue(lastFailure().contains("unexpected ArithmeticException"), lastFailure());
    assertFalse(lastFailure().contains("secret"));
    time.passSeconds(1);
    assertEquals(2, source.count());
  }

  // Refusal by the Speech API

  @Test
  void invalidate_ofThePresentToken_fetchesANewOne() throws Exception {
    source.succeed("t1", TEN_MINUTES);
    Authorization refused = get(manager.authorization());
    manager.invalidate(refused);
    assertEquals(2, source.count());
    assertEquals(List.of(refused), source.refused());
    assertEquals(TokenStatus.State.EXPIRED, manager.status().state());
    CompletionStage<Authorization> waiting = manager.authorization();
    assertFalse(waiting.toCompletableFuture().isDone());
    source.succeed("t2", TEN_MINUTES);
    assertToken("t2", waiting);
  }

  @Test
  void invalidate_ofAnOlderToken_leavesTheNewerOne() throws Exception {
    source.succeed("t1", TEN_MINUTES);
    Authorization older = get(manager.authorization());
    time.passSeconds(360);
    source.succeed("t2", TEN_MINUTES);
    manager.invalidate(older);
    assertToken("t2", manager.authorization());
    assertEquals(2, source.count());
  }

  @Test
  void invalidate_ofAnAuthorizationOfTheSameText_changesNothing() {
    source.succeed("t1", TEN_MINUTES);
    manager.invalidate(Authorization.bearer("t1"));
    assertToken("t1", manager.authorization());
    assertEquals(1, source.count());
  }

  @Test
  void invalidate_byManyAtOnce_causesOneRequest() throws Exception {
    source.succeed("t1", TEN_MINUTES);
    Authorization refused = get(manager.authorization());
    for (int i = 0; i < 1000; i++) {
      manager.invalidate(refused);
    }
    assertEquals(2, source.count());
  }

  @Test
  void invalidate_whileRenewalIsInFlight_waitsForThatOne() throws Exception {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(360);
    manager.invalidate(get(manager.authorization()));
    assertEquals(2, source.count());
    source.succeed("t2", TEN_MINUTES);
    assertToken("t2", manager.authorization());
  }

  @Test
  void invalidate_ofWhateverIsNew_doesNotHammerTheTokenService() throws Exception {
    source.succeed("t1", TEN_MINUTES);
    Authorization before = get(manager.authorization());
    for (int i = 0; i < 60 * 60 * 10; i++) {
      CompletionStage<Authorization> stage = manager.authorization();
      assertTrue(stage.toCompletableFuture().isDone());
      before = get(stage);
      manager.invalidate(before);
      if (!source.last().isDone()) {
        source.succeed("t" + i + "x", TEN_MINUTES);
      }
      time.passSeconds(0.1);
    }
    // 3 at once, then after 5, 10, 20, 40, 80, 160 s, and every 5 minutes from then on.
    assertTrue(source.count() >= 1 + 3 + 6 + 10, "requests in an hour: " + source.count());
    assertTrue(source.count() <= 1 + 3 + 6 + 12, "requests in an hour: " + source.count());
  }

  @Test
  void invalidate_beyondTheImmediateOnes_handsOutTheSameObjectUntilTheNextRenewal()
      throws Exception {
    source.succeed("t0", TEN_MINUTES);
    for (int i = 1; i <= 3; i++) {
      manager.invalidate(get(manager.authorization()));
      source.succeed("t" + i, TEN_MINUTES);
    }
    Authorization kept = get(manager.authorization());
    manager.invalidate(kept);
    manager.invalidate(kept);
    assertEquals(4, source.count());
    assertSame(kept, get(manager.authorization()));
    assertEquals(TokenStatus.State.STALE, manager.status().state());
    assertEquals(Duration.ofSeconds(5), manager.status().nextAttemptIn());
    time.passSeconds(5);
    source.succeed("t4", TEN_MINUTES);
    assertNotSame(kept, get(manager.authorization()));
    assertEquals(TokenStatus.State.FRESH, manager.status().state());
  }

  @Test
  void invalidate_beyondTheImmediateOnes_doesNotPutOffTheRenewalThatIsDue() throws Exception {
    source.succeed("t0", TEN_MINUTES);
    for (int i = 1; i <= 12; i++) {
      manager.invalidate(get(manager.authorization()));
      time.pass(Duration.ofNanos(notNull(manager.status().nextAttemptIn()).toNanos()));
      source.succeed("t" + i, TEN_MINUTES);
    }
    time.passSeconds(200);
    manager.invalidate(get(manager.authorization()));
    assertEquals(Duration.ofSeconds(160), manager.status().nextAttemptIn());
  }

  @Test
  void invalidate_afterAQuietTime_isImmediateAgain() throws Exception {
    source.succeed("t0", TEN_MINUTES);
    for (int i = 1; i <= 3; i++) {
      manager.invalidate(get(manager.authorization()));
      source.succeed("t" + i, TEN_MINUTES);
    }
    time.passSeconds(360);
    source.succeed("t4", TEN_MINUTES);
    time.passSeconds(241);
    manager.invalidate(get(manager.authorization()));
    assertEquals(6, source.count());
  }

  // Ending

  @Test
  void close_withCallersWaiting_tellsThem() {
    CompletionStage<Authorization> waiting = manager.authorization();
    manager.close();
    assertUnavailable("stopping", waiting);
    assertUnavailable("stopping", manager.authorization());
    assertTrue(source.last().isCancelled());
    assertEquals(TokenStatus.State.CLOSED, manager.status().state());
    assertFalse(manager.status().isUsable());
  }

  @Test
  void close_withATokenHeld_stopsItsRenewal() {
    source.succeed("t1", TEN_MINUTES);
    manager.close();
    manager.close();
    assertEquals(0, time.scheduledCount());
    time.passSeconds(600);
    assertEquals(1, source.count());
  }

  @Test
  void close_beforeALateAnswer_ignoresIt() {
    CompletableFuture<Credential> late = source.last();
    manager.close();
    late.complete(FakeSource.credential("t1", TEN_MINUTES));
    assertEquals(TokenStatus.State.CLOSED, manager.status().state());
    assertEquals(0, time.scheduledCount());
  }

  // What an operator reads

  @Test
  void log_ofFirstTokenAndRenewal_isOneLineEach() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(360);
    source.succeed("t2", TEN_MINUTES);
    assertEquals(
        List.of(
            "First token from fake.example, first key; it is handed out for 585 s and renewed in"
                + " 360 s.",
            "New token from fake.example, first key; it is handed out for 585 s and renewed in 360"
                + " s."),
        log.infos());
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void log_ofAFailure_saysWhatNextAndWhy() {
    source.succeed("t1", TEN_MINUTES);
    time.passSeconds(360);
    source.fail(FakeSource.BUSY);
    assertEquals(
        List.of(
            "Token renewal failed (HTTP 503, attempt 1); next attempt in 0.5 s; the current token"
                + " is valid for 225 s. The service is down. Wait."),
        log.warnings());
  }

  @Test
  void log_ofFailuresInARow_isSummarised() {
    failWheneverAsked(600);
    int failures = manager.status().consecutiveFailures();
    int warnings = log.warnings().size();
    assertTrue(failures >= 20, "failures: " + failures);
    assertTrue(warnings <= 11, "warnings: " + warnings);
  }

  @Test
  void log_ofAnotherKindOfFailure_isNotHeldBack() {
    source.fail(FakeSource.BUSY);
    time.passSeconds(1);
    source.fail(FakeSource.WRONG_KEY);
    assertEquals(2, log.warnings().size());
  }

  @Test
  void log_ofRecovery_countsTheFailures() {
    source.fail(FakeSource.BUSY);
    time.passSeconds(0.5);
    source.succeed("t1", TEN_MINUTES);
    assertEquals(1, log.infos().size());
    assertTrue(log.infos().get(0).startsWith("Recovered after 1 failed attempts in 0.5 s: token"));
  }

  @Test
  void log_ofRefusals_saysWhetherANewOneIsOfUse() throws Exception {
    source.succeed("t0", TEN_MINUTES);
    for (int i = 1; i <= 4; i++) {
      manager.invalidate(get(manager.authorization()));
      if (!source.last().isDone()) {
        source.succeed("t" + i, TEN_MINUTES);
      }
    }
    assertEquals(4, log.warnings().size());
    assertTrue(log.warnings().get(0).endsWith("It was 0.0 s old; a new one is fetched at once."));
    assertTrue(log.warnings().get(3).contains("That makes 4 in a row"));
  }

  private void failWheneverAsked(double seconds) {
    long steps = Math.round(seconds * 10);
    failIfAsked();
    for (long i = 0; i < steps; i++) {
      time.passSeconds(0.1);
      failIfAsked();
    }
  }

  private void failIfAsked() {
    if (!source.last().isDone()) {
      source.fail(FakeSource.BUSY);
    }
  }

  private String lastFailure() {
    return notNull(manager.status().lastFailure()).message();
  }

  private static <T> T notNull(@org.jspecify.annotations.Nullable T value) {
    assertNotNull(value);
    return java.util.Objects.requireNonNull(value);
  }

  private static Authorization get(CompletionStage<Authorization> stage) throws Exception {
    CompletableFuture<Authorization> future = stage.toCompletableFuture();
    assertTrue(future.isDone(), "not done");
    return future.get();
  }

  private static void assertToken(String token, CompletionStage<Authorization> stage) {
    try {
      assertEquals("Bearer " + token, get(stage).headerValue());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static TokenUnavailableException assertUnavailable(
      String words, CompletionStage<Authorization> stage) {
    ExecutionException e = assertThrows(ExecutionException.class, () -> get(stage));
    TokenUnavailableException cause = (TokenUnavailableException) notNull(e.getCause());
    assertTrue(String.valueOf(cause.getMessage()).contains(words), cause.getMessage());
    return cause;
  }
}
