package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Minutes of traffic against a token service that is down for stretches of time. It shows what
 * becomes of callers, not what a caller costs.
 */
final class OutageSimulationTest {
  private static final Duration STEP = Duration.ofMillis(100);

  private final FakeTime time = new FakeTime();
  private final List<CompletionStage<Authorization>> stages = new ArrayList<>();
  private int requests;
  private int refusals;

  /** Whether the token service is down, by the time since the start. */
  @FunctionalInterface
  private interface Outages {
    boolean isDown(Duration elapsed);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 300, 329, 359, 360, 400})
  void service_downForThreeMinutes_costsNoAuthorization(long beginSeconds) {
    run(
        Duration.ofMinutes(10),
        Duration.ofMinutes(20),
        elapsed -> isWithin(elapsed, beginSeconds + 1, beginSeconds + 181));
    assertAllServed();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.5,3", "0.9,6", "0.2,9.5", "0.99,12", "0.7,15"})
  void tokens_of20SecondsWithOutagesOf10Seconds_costNoAuthorization(double random, double phase) {
    time.setRandom(random);
    run(
        Duration.ofSeconds(20),
        Duration.ofMinutes(3),
        elapsed -> {
          double second = elapsed.toMillis() / 1000.0 + phase;
          return elapsed.toSeconds() > 1 && second % 20 >= 10;
        });
    assertAllServed();
    assertTrue(refusals >= 5, "the outages were not met: " + refusals);
    assertTrue(requests <= 180, "requests in 3 minutes: " + requests);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.99})
  void service_thatIsNeverDown_isAskedOnlyForRenewals(double random) {
    time.setRandom(random);
    run(Duration.ofMinutes(10), Duration.ofMinutes(60), elapsed -> false);
    assertAllServed();
    assertTrue(requests >= 10 && requests <= 12, "requests in an hour: " + requests);
  }

  private void run(Duration life, Duration duration, Outages outages) {
    FakeService source = new FakeService(life, outages);
    TokenManager manager =
        new TokenManager(
            new RenewalLoop(
                source,
                new RenewalPolicy(Duration.ofMinutes(6)),
                time.surroundings(),
                new RenewalLog(LoggerFactory.getLogger(OutageSimulationTest.class), source)),
            time::close);
    while (time.elapsed().compareTo(duration) < 0) {
      stages.add(manager.authorization());
      time.pass(STEP);
    }
    // The last callers may wait still; they get their time.
    time.pass(RenewalLoop.WAIT_LIMIT);
  }

  private void assertAllServed() {
    long failed =
        stages.stream()
            .map(CompletionStage::toCompletableFuture)
            .filter(future -> !future.isDone() || future.isCompletedExceptionally())
            .count();
    assertEquals(0, failed, "callers without an authorization, of " + stages.size());
  }

  private static boolean isWithin(Duration elapsed, long begin, long end) {
    return elapsed.toMillis() >= begin * 1000 && elapsed.toMillis() < end * 1000;
  }

  /** Answers at once: with a token, or with a failure while it is down. */
  private final class FakeService implements CredentialSource {
    private final Duration life;
    private final Outages outages;

    FakeService(Duration life, Outages outages) {
      this.life = life;
      this.outages = outages;
    }

    @Override
    public TokenStatus.Mode mode() {
      return TokenStatus.Mode.TOKEN;
    }

    @Override
    public String origin() {
      return "fake.example";
    }

    @Override
    public CompletableFuture<Credential> request() {
      requests++;
      if (outages.isDown(time.elapsed())) {
        refusals++;
        return CompletableFuture.failedFuture(new TokenFailureException(FakeSource.BUSY));
      }
      return CompletableFuture.completedFuture(FakeSource.credential("t" + requests, life));
    }

    @Override
    public void refused(Authorization authorization) {}
  }
}
