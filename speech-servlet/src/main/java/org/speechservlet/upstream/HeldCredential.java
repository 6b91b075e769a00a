package org.speechservlet.upstream;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The credential of one recognition: where it comes from, and what it is now. A source that throws
 * instead of failing its stage is understood all the same.
 *
 * <p>Confined to its executor.
 */
final class HeldCredential {
  private final CredentialSource source;
  private final Executor executor;
  private CredentialSource.@Nullable Credential held;

  HeldCredential(CredentialSource source, Executor executor) {
    this.source = source;
    this.executor = executor;
  }

  /**
   * Asks for one to use now.
   *
   * @param outcome told on the executor, once: null, or why there is none
   */
  void request(Consumer<@Nullable Throwable> outcome) {
    stage()
        .whenComplete(
            (granted, failure) -> executor.execute(() -> outcome.accept(hold(granted, failure))));
  }

  private CompletionStage<? extends CredentialSource.Credential> stage() {
    try {
      return Objects.requireNonNull(source.credential(), "the credential source gave nothing");
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private @Nullable Throwable hold(
      CredentialSource.@Nullable Credential granted, @Nullable Throwable failure) {
    if (failure != null) {
      return failure;
    }
    if (granted == null) {
      return new IllegalStateException("the credential source gave no credential");
    }
    held = granted;
    return null;
  }

  /**
   * The last one that was had.
   *
   * @throws NullPointerException if none was had yet
   */
  CredentialSource.Credential get() {
    return Objects.requireNonNull(held);
  }

  /** Tells the source not to give it out again. */
  void reject() {
    source.refused(get());
  }

  Redaction redaction() {
    return Redaction.of(held);
  }
}
