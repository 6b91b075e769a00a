package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/** A token manager whose time and whose source a test has in its hands. */
final class ManualRenewal implements AutoCloseable {
  final ManualTime time = new ManualTime();
  final FakeSource source = new FakeSource();
  final LogCapture log = LogCapture.of(ManualRenewal.class);
  private final CompletableFuture<TokenManager> started = new CompletableFuture<>();

  /** Starts it, without jitter. */
  TokenManager manager() {
    return manager(0);
  }

  /**
   * Starts it.
   *
   * @param random from 0 (inclusive) to 1 (exclusive), what chance always says
   */
  TokenManager manager(double random) {
    RenewalLoop loop =
        new RenewalLoop(
            source,
            new RenewalPolicy(Duration.ofMinutes(6)),
            time.surroundings(random),
            new RenewalLog(LoggerFactory.getLogger(ManualRenewal.class), source));
    TokenManager manager = new TokenManager(loop, () -> {});
    started.complete(manager);
    return manager;
  }

  CompletableFuture<Authorization> ask() {
    return started.join().authorization().toCompletableFuture();
  }

  /** Returns what a caller gets at once. */
  Authorization have() {
    CompletableFuture<Authorization> answer = ask();
    assertTrue(answer.isDone(), "no authorization at once");
    return answer.join();
  }

  TokenStatus.State state() {
    return started.join().status().state();
  }

  /** Returns why a caller gets nothing. */
  static TokenUnavailableException failureOf(CompletableFuture<Authorization> answer) {
    assertTrue(answer.isDone(), "still waiting");
    CompletionException failed = assertThrows(CompletionException.class, answer::join);
    return (TokenUnavailableException) Objects.requireNonNull(failed.getCause(), "no cause");
  }

  static String messageOf(CompletableFuture<Authorization> answer) {
    return Objects.requireNonNull(failureOf(answer).getMessage(), "no message");
  }

  @Override
  public void close() {
    log.close();
  }
}
