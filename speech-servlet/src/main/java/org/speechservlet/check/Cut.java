package org.speechservlet.check;

import java.util.concurrent.CompletableFuture;

/** The moment from which a check is of no interest any more. Thread-safe. */
final class Cut {
  private final CompletableFuture<Void> happened = new CompletableFuture<>();

  /** Says that a step ended since the check was cut. */
  static final class CutException extends Exception {
    private static final long serialVersionUID = 1L;

    CutException() {
      super("the check was cut", null, false, false);
    }
  }

  /** Runs whatever ends what is under way. */
  void happen() {
    happened.complete(null);
  }

  boolean hasHappened() {
    return happened.isDone();
  }

  /** What ends something that is under way; runs at once if the cut has happened. */
  void whenHappens(Runnable end) {
    var unused = happened.thenRun(end);
  }

  /**
   * Waits for an outcome, which is cancelled by the cut.
   *
   * @throws CutException if the cut came first
   */
  <T> T await(CompletableFuture<T> outcome) throws CutException {
    CompletableFuture.anyOf(outcome, happened).join();
    if (!outcome.isDone()) {
      outcome.cancel(true);
      throw new CutException();
    }
    return outcome.join();
  }
}
