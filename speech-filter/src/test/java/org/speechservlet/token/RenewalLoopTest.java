package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token manager while all is well, on a clock that is moved by hand. */
final class RenewalLoopTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
  private final ManualRenewal renewal = new ManualRenewal();

  @AfterEach
  void endCapture() {
    renewal.close();
  }

  @Test
  void start_withoutAnyCaller_asksOnce() {
    renewal.manager();
    assertEquals(1, renewal.source.requests.size());
  }

  @Test
  void authorization_ofManyCallersWithoutAToken_shareOneRequest() {
    renewal.manager();
    List<CompletableFuture<Authorization>> answers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      answers.add(renewal.ask());
    }
    assertTrue(answers.stream().noneMatch(CompletableFuture::isDone));
    renewal.source.give(TEN_MINUTES);
    Authorization only = renewal.have();
    answers.forEach(answer -> assertSame(only, answer.join()));
    assertEquals(1, renewal.source.requests.size());
  }

  @Test
  void authorization_whileFresh_isGivenAtOnceUntilItsRenewalAge() {
    renewal.manager();
    renewal.source.give(TEN_MINUTES);
    renewal.time.advance(SIX_MINUTES.minusNanos(1));
    assertEquals(TokenStatus.State.FRESH, renewal.state());
    assertEquals(1, renewal.source.requests.size());
    renewal.time.advance(Duration.ofNanos(1));
    assertEquals(2, renewal.source.requests.size());
  }

  @Test
  void renew_withoutTraffic_goesOnForHours() {
    renewal.source.script = () -> renewal.source.answer(TEN_MINUTES);
    renewal.manager();
    renewal.time.advance(Duration.ofHours(5));
    assertEquals(51, renewal.source.requests.size());
    assertEquals(TokenStatus.State.FRESH, renewal.state());
  }

  @Test
  void renew_withJitter_comesEarlier() {
    TokenManager manager = renewal.manager(0.999);
    renewal.source.give(TEN_MINUTES);
    renewal.time.advance(Duration.ofSeconds(325));
    assertEquals(2, renewal.source.requests.size());
    assertTrue(manager.status().isUsable());
  }

  @Test
  void renew_whileStale_servesOldToken() {
    renewal.manager();
    renewal.source.give(TEN_MINUTES);
    Authorization old = renewal.have();
    renewal.time.advance(SIX_MINUTES.plusSeconds(3));
    assertEquals(TokenStatus.State.STALE, renewal.state());
    assertSame(old, renewal.have());
    renewal.source.give(TEN_MINUTES);
    assertNotSame(old, renewal.have());
    assertEquals(TokenStatus.State.FRESH, renewal.state());
  }

  @Test
  void age_ofATokenThatCameLate_isCountedFromBeforeTheRequest() {
    TokenManager manager = renewal.manager();
    renewal.time.advance(Duration.ofSeconds(8));
    renewal.source.give(TEN_MINUTES);
    assertEquals(Duration.ofSeconds(8), manager.status().age());
    renewal.time.advance(SIX_MINUTES.minusSeconds(8));
    assertEquals(2, renewal.source.requests.size());
  }

  @Test
  void token_thatIsOverWhenItComes_countsAsAFailure() {
    TokenManager manager = renewal.manager();
    renewal.time.advance(Duration.ofSeconds(5));
    renewal.source.give(Duration.ofSeconds(4));
    assertEquals(TokenStatus.State.NONE, renewal.state());
    assertTrue(String.valueOf(manager.status().lastFailure()).contains("token already over"));
  }

  @Test
  void credential_withoutAnEnd_isNeverRenewed() {
    renewal.source.script =
        () -> CompletableFuture.completedFuture(new Credential(Authorization.none(), null, null));
    TokenManager manager = renewal.manager();
    renewal.time.advance(Duration.ofDays(30));
    assertEquals(1, renewal.source.requests.size());
    assertEquals(TokenStatus.State.FRESH, renewal.state());
    assertNull(manager.status().timeLeft());
    assertNull(manager.status().nextAttemptIn());
  }

  @Test
  void close_whileCallersWait_tellsThemAndAbortsTheRequest() {
    TokenManager manager = renewal.manager();
    CompletableFuture<Authorization> waiting = renewal.ask();
    manager.close();
    assertTrue(ManualRenewal.messageOf(waiting).contains("stopping"));
    assertTrue(renewal.source.last().isCancelled());
    assertEquals(0, renewal.time.pending());
  }

  @Test
  void close_withAToken_givesNoneAnyMore() {
    TokenManager manager = renewal.manager();
    renewal.source.give(TEN_MINUTES);
    manager.close();
    manager.close();
    assertTrue(ManualRenewal.messageOf(renewal.ask()).contains("stopping"));
    assertEquals(TokenStatus.State.CLOSED, renewal.state());
    renewal.time.advance(Duration.ofHours(1));
    assertEquals(1, renewal.source.requests.size());
    assertEquals(0, renewal.time.pending());
  }

  @Test
  void invalidate_afterClose_asksForNothing() {
    TokenManager manager = renewal.manager();
    renewal.source.give(TEN_MINUTES);
    Authorization last = renewal.have();
    manager.close();
    manager.invalidate(last);
    assertEquals(1, renewal.source.requests.size());
  }

  @Test
  void status_inEachPhase_tellsAgeAndTimes() {
    TokenManager manager = renewal.manager();
    assertEquals(TokenStatus.State.NONE, renewal.state());
    assertEquals(Duration.ZERO, manager.status().nextAttemptIn());
    renewal.source.give(TEN_MINUTES);
    renewal.time.advance(Duration.ofMinutes(1));
    TokenStatus status = manager.status();
    assertEquals(Duration.ofMinutes(1), status.age());
    assertEquals(Duration.ofMinutes(9).minusSeconds(15), status.timeLeft());
    assertEquals(Duration.ofMinutes(5), status.nextAttemptIn());
    assertEquals(TokenStatus.KeyInUse.PRIMARY, status.keyInUse());
    assertNull(status.lastFailure());
  }

  @Test
  void log_ofRenewals_hasOneLineForEach() {
    renewal.source.script = () -> renewal.source.answer(TEN_MINUTES);
    renewal.manager();
    renewal.time.advance(SIX_MINUTES.multipliedBy(2));
    List<String> lines = renewal.log.lines(Level.INFO);
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(
        lines
            .get(1)
            .contains(
                "New token from token.test, first key; it is handed out for 585 s and renewed in"
                    + " 360 s."),
        lines.get(1));
  }
}
