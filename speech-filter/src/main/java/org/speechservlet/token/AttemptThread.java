package org.speechservlet.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs attempts to get a credential, one after the other, away from callers and timers. */
final class AttemptThread {
  private final Executor executor;

  /** What an attempt does; it may block. */
  @FunctionalInterface
  interface Work {
    /**
     * Completes the attempt, now or later. If it is done already, nobody waits for it any more.
     *
     * @throws Exception completes the attempt as well
     */
    void accept(CompletableFuture<Credential> attempt) throws Exception;
  }

  /**
   * Wraps an executor.
   *
   * @param executor refuses a task while others hang
   */
  AttemptThread(Executor executor) {
    this.executor = executor;
  }

  /**
   * Starts an attempt.
   *
   * @param origin where the credential is to come from
   */
  CompletableFuture<Credential> start(String origin, Work work) {
    CompletableFuture<Credential> attempt = new CompletableFuture<>();
    try {
      executor.execute(() -> run(work, attempt));
    } catch (RejectedExecutionException e) {
      attempt.completeExceptionally(
          new TokenFailureException(Diagnosis.earlierAttemptHangs(origin)));
    }
    return attempt;
  }

  private static void run(Work work, CompletableFuture<Credential> attempt) {
    if (attempt.isDone()) {
      return;
    }
    try {
      work.accept(attempt);
    } catch (Exception | LinkageError | StackOverflowError e) {
      attempt.completeExceptionally(e);
    }
  }
}
