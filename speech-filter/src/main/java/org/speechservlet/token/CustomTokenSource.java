package org.speechservlet.token;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Gets tokens from a {@link TokenSource} of the application, which may do anything: throw, return
 * nothing, block. Thread-safe.
 */
final class CustomTokenSource implements CredentialSource {
  private final TokenSource source;
  private final AttemptThread thread;

  CustomTokenSource(TokenSource source, AttemptThread thread) {
    this.source = source;
    this.thread = thread;
  }

  @Override
  public TokenStatus.Mode mode() {
    return TokenStatus.Mode.CUSTOM;
  }

  @Override
  public String origin() {
    return "the application's TokenSource (" + source.getClass().getName() + ")";
  }

  @Override
  public CompletableFuture<Credential> request() {
    return thread.start(origin(), this::ask);
  }

  @Override
  public void refused(Authorization authorization) {
    // Each request to the source is for a new token anyway.
  }

  private void ask(CompletableFuture<Credential> attempt) throws TokenFailureException {
    CompletionStage<AccessToken> stage = stage();
    var unused =
        stage.whenComplete(
            (token, error) -> {
              if (token == null) {
                attempt.completeExceptionally(
                    new TokenFailureException(error == null ? noToken() : failure(error)));
              } else {
                attempt.complete(credential(token));
              }
            });
  }

  @SuppressWarnings("CatchingUnchecked") // an application's code may throw anything
  private CompletionStage<AccessToken> stage() throws TokenFailureException {
    CompletionStage<AccessToken> stage;
    try {
      stage = source.requestToken();
    } catch (Exception | LinkageError e) {
      throw new TokenFailureException(failure(e));
    }
    if (stage == null) {
      throw new TokenFailureException(noToken());
    }
    return stage;
  }

  private static Credential credential(AccessToken token) {
    return new Credential(Authorization.bearer(token.value()), token.lifetime(), null);
  }

  private TokenFailure noToken() {
    return TokenFailure.passing(
        "no token",
        origin() + " returned null in the place of a token or of a stage.",
        "See to it that it completes with a token or fails.");
  }

  private TokenFailure failure(Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    String message = Quote.of(Objects.requireNonNullElse(cause.getMessage(), ""));
    return TokenFailure.passing(
        "the TokenSource failed",
        origin()
            + " failed with "
            + cause.getClass().getName()
            + (message.isEmpty() ? "." : ": " + message + "."),
        "The remedy is with that class; its own log may tell more.");
  }
}
