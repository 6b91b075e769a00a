package org.speechservlet.token;

import java.util.concurrent.CompletableFuture;

/** One attempt to get a credential; the one that a manager waits for, or one that it gave up. */
final class Attempt {
  private final long startedAtNanos;
  private final CompletableFuture<CompletableFuture<Credential>> launched =
      new CompletableFuture<>();

  Attempt(long startedAtNanos) {
    this.startedAtNanos = startedAtNanos;
  }

  long startedAtNanos() {
    return startedAtNanos;
  }

  void launch(CredentialSource source) {
    launched.complete(source.request());
  }

  CompletableFuture<Credential> outcome() {
    return launched.thenCompose(outcome -> outcome);
  }

  /** Aborts it, be it launched already or not. */
  void abort() {
    var unused = launched.thenAccept(outcome -> outcome.cancel(true));
  }
}
