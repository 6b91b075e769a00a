package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a manager has done, and what it does on demand. */
final class TokenActivityTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final ManualRenewal renewal = new ManualRenewal();
  private final TokenManager manager = renewal.manager();

  @AfterEach
  void endCapture() {
    manager.close();
    renewal.close();
  }

  @Test
  void activity_countsWaitersRenewalsAndFailures() {
    CompletableFuture<Authorization> waiter = renewal.ask();
    assertEquals(new TokenActivity(0, 0, 1), manager.activity());
    renewal.source.fail(FakeSource.DOWN);
    assertEquals(new TokenActivity(0, 1, 1), manager.activity());
    renewal.time.advance(Duration.ofSeconds(5));
    renewal.source.give(TEN_MINUTES);
    assertEquals(new TokenActivity(1, 1, 0), manager.activity());
    assertEquals(waiter.join(), renewal.have());
  }

  @Test
  void renew_whileFresh_replacesTheTokenAndStartsItsTimeAnew() {
    renewal.source.give(TEN_MINUTES);
    Authorization first = renewal.have();
    renewal.time.advance(Duration.ofMinutes(1));
    manager.renew();
    assertEquals(first, renewal.have(), "handed out until there is another");
    renewal.source.give(TEN_MINUTES);
    assertEquals(Duration.ofMinutes(6), manager.status().nextAttemptIn());
    assertEquals(new TokenActivity(2, 0, 0), manager.activity());
  }

  @Test
  void renew_whileAnAttemptIsInFlight_doesNothing() {
    manager.renew();
    manager.renew();
    assertEquals(1, renewal.source.requests.size());
  }

  @Test
  void renew_inAnOutage_isNotDelayed() {
    renewal.source.fail(FakeSource.WRONG_KEY);
    manager.renew();
    assertEquals(2, renewal.source.requests.size());
  }

  @Test
  void renew_afterClose_doesNothing() {
    manager.close();
    manager.renew();
    assertEquals(1, renewal.source.requests.size());
  }
}
