package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The callers that wait for an authorization, in the order in which they came. Not thread-safe;
 * what completes their stages is put among the effects, to be run outside of any lock.
 */
final class Waiters {
  private final Alarm limit;
  private List<CompletableFuture<Authorization>> waiting = new ArrayList<>();

  Waiters(Surroundings around) {
    this.limit = new Alarm(around);
  }

  /**
   * Adds a caller.
   *
   * @param time for how long all of them wait; taken from the first of them
   * @param onLimit runs when that time is over
   */
  CompletionStage<Authorization> add(Duration time, Runnable onLimit) {
    if (waiting.isEmpty()) {
      limit.set(time, onLimit);
    }
    CompletableFuture<Authorization> waiter = new CompletableFuture<>();
    waiting.add(waiter);
    return waiter;
  }

  int count() {
    return waiting.size();
  }

  void succeed(Authorization authorization, List<Runnable> effects) {
    takeAll().forEach(waiter -> effects.add(() -> waiter.complete(authorization)));
  }

  void fail(TokenUnavailableException failure, List<Runnable> effects) {
    takeAll().forEach(waiter -> effects.add(() -> waiter.completeExceptionally(failure)));
  }

  private List<CompletableFuture<Authorization>> takeAll() {
    List<CompletableFuture<Authorization>> all = waiting;
    waiting = new ArrayList<>();
    limit.cancel();
    return all;
  }
}
