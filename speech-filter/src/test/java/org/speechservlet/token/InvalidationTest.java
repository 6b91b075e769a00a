package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a token that the Speech API refuses. */
final class InvalidationTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration SIX_MINUTES = Duration.ofMinutes(6);
  private static final Duration TICK = Duration.ofMillis(100);
  private final ManualRenewal renewal = new ManualRenewal();

  @AfterEach
  void endCapture() {
    renewal.close();
  }

  @Test
  void invalidate_ofThePresentToken_fetchesAnother() {
    TokenManager manager = renewal.manager();
    renewal.source.give(TEN_MINUTES);
    Authorization refused = renewal.have();
    manager.invalidate(refused);
    assertEquals(2, renewal.source.requests.size());
    assertEquals(TokenStatus.State.EXPIRED, renewal.state());
    CompletableFuture<Authorization> waiting = renewal.ask();
    renewal.source.give(TEN_MINUTES);
    assertNotSame(refused, waiting.join());
    assertEquals(List.of(refused), renewal.source.refused);
  }

  @Test
  void invalidate_byManyCallersOfOneToken_fetchesOnlyOne() {
    TokenManager manager = renewal.manager();
    renewal.source.give(TEN_MINUTES);
    Authorization refused = renewal.have();
    for (int i = 0; i < 100; i++) {
      manager.invalidate(refused);
    }
    renewal.source.give(TEN_MINUTES);
    manager.invalidate(refused);
    assertEquals(2, renewal.source.requests.size());
    assertEquals(TokenStatus.State.FRESH, renewal.state());
  }

  @Test
  void invalidate_ofAnOlderToken_leavesTheNewerOneAlone() {
    TokenManager manager = renewal.manager();
    renewal.source.give(TEN_MINUTES);
    Authorization old = renewal.have();
    renewal.time.advance(SIX_MINUTES);
    renewal.source.give(TEN_MINUTES);
    Authorization present = renewal.have();
    manager.invalidate(old);
    manager.invalidate(Authorization.bearer("token-2"));
    assertSame(present, renewal.have());
    assertEquals(2, renewal.source.requests.size());
  }

  @Test
  void invalidate_duringARenewal_waitsForThatRenewal() {
    TokenManager manager = renewal.manager();
    renewal.source.give(TEN_MINUTES);
    Authorization stale = renewal.have();
    renewal.time.advance(SIX_MINUTES);
    manager.invalidate(stale);
    CompletableFuture<Authorization> waiting = renewal.ask();
    assertEquals(2, renewal.source.requests.size());
    renewal.source.give(TEN_MINUTES);
    assertSame(renewal.have(), waiting.join());
  }

  @Test
  void invalidate_ofWhateverIsNew_doesNotAskWithoutEnd() {
    renewal.source.script = () -> renewal.source.answer(TEN_MINUTES);
    TokenManager manager = renewal.manager();
    for (int i = 0; i < 600; i++) {
      manager.invalidate(renewal.have());
      renewal.time.advance(TICK);
    }
    // Three at once, then after 5, 10, 20 and so on seconds.
    assertTrue(
        renewal.source.requests.size() <= 9,
        renewal.source.requests.size() + " requests in a minute");
    assertTrue(renewal.ask().isDone());
  }

  @Test
  void source_thatGivesTheSameTokenAgain_givesTheSameObject() {
    renewal.source.script =
        () ->
            CompletableFuture.completedFuture(
                new Credential(Authorization.bearer("same"), TEN_MINUTES, null));
    TokenManager manager = renewal.manager();
    Authorization refused = renewal.have();
    manager.invalidate(refused);
    assertSame(refused, renewal.have());
  }
}
