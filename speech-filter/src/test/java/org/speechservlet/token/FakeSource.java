package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A source whose every attempt ends when, and as, a test says. */
final class FakeSource implements CredentialSource {
  static final TokenFailure BUSY =
      TokenFailure.passing("HTTP 503", "The service is down.", "Wait.");
  static final TokenFailure WRONG_KEY =
      TokenFailure.permanent("HTTP 401", "The key is wrong.", "Compare it.");

  private final List<CompletableFuture<Credential>> attempts = new ArrayList<>();
  private final List<Authorization> refused = new ArrayList<>();

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
    CompletableFuture<Credential> attempt = new CompletableFuture<>();
    attempts.add(attempt);
    return attempt;
  }

  @Override
  public void refused(Authorization authorization) {
    refused.add(authorization);
  }

  int count() {
    return attempts.size();
  }

  CompletableFuture<Credential> last() {
    return attempts.get(attempts.size() - 1);
  }

  CompletableFuture<Credential> attempt(int index) {
    return attempts.get(index);
  }

  List<Authorization> refused() {
    return refused;
  }

  void succeed(String token, @Nullable Duration life) {
    last().complete(credential(token, life));
  }

  void fail(TokenFailure failure) {
    last().completeExceptionally(new TokenFailureException(failure));
  }

  static Credential credential(String token, @Nullable Duration life) {
    return new Credential(Authorization.bearer(token), life, TokenStatus.KeyInUse.PRIMARY);
  }
}
