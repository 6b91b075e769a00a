package org.speechservlet.check;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.speechservlet.token.Authorization;
import org.speechservlet.upstream.CredentialSource;

/**
 * The credential of the recognition: the one that was had before, then, if it is refused, a new one
 * of the same origin.
 */
final class TrialCredentials implements CredentialSource {
  private final Supplier<CompletionStage<Authorization>> origin;
  private @Nullable Authorization first;

  /**
   * @param first what was had before; null if it is still to be asked for
   * @param origin where the next one comes from
   */
  TrialCredentials(@Nullable Authorization first, Supplier<CompletionStage<Authorization>> origin) {
    this.first = first;
    this.origin = origin;
  }

  private record Shown(Authorization authorization) implements Credential {
    @Override
    public void applyTo(BiConsumer<String, String> headers) {
      authorization.applyTo(headers);
    }
  }

  @Override
  public synchronized CompletionStage<? extends Credential> credential() {
    Authorization held = first;
    first = null;
    CompletionStage<Authorization> next =
        held != null ? CompletableFuture.completedStage(held) : origin.get();
    return next.thenApply(Shown::new);
  }

  /** The application's own token is none of the check's business. */
  @Override
  public void refused(Credential credential) {}
}
