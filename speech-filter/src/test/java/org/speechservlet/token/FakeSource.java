package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers as a test says: at once by a script, or later by hand. */
final class FakeSource implements CredentialSource {
  static final TokenFailure DOWN = TokenFailure.passing("HTTP 503", "It is down.", "Wait.");
  static final TokenFailure WRONG_KEY = TokenFailure.permanent("HTTP 401", "Wrong.", "Mend it.");

  final List<CompletableFuture<Credential>> requests = new ArrayList<>();
  final List<Authorization> refused = new ArrayList<>();

  /** Answers each request; unless a test says otherwise it completes them by hand. */
  Supplier<CompletableFuture<Credential>> script = CompletableFuture::new;

  private int tokens;

  @Override
  public TokenStatus.Mode mode() {
    return TokenStatus.Mode.TOKEN;
  }

  @Override
  public String origin() {
    return "token.test";
  }

  @Override
  public CompletableFuture<Credential> request() {
    CompletableFuture<Credential> answer = script.get();
    requests.add(answer);
    return answer;
  }

  @Override
  public void refused(Authorization authorization) {
    refused.add(authorization);
  }

  /** Another token each time. */
  Credential token(Duration life) {
    tokens++;
    return new Credential(
        Authorization.bearer("token-" + tokens), life, TokenStatus.KeyInUse.PRIMARY);
  }

  CompletableFuture<Credential> answer(Duration life) {
    return CompletableFuture.completedFuture(token(life));
  }

  static CompletableFuture<Credential> failure(TokenFailure failure) {
    return CompletableFuture.failedFuture(new TokenFailureException(failure));
  }

  /** Completes the latest request, which a test holds. */
  void give(Duration life) {
    last().complete(token(life));
  }

  void fail(TokenFailure failure) {
    last().completeExceptionally(new TokenFailureException(failure));
  }

  CompletableFuture<Credential> last() {
    return requests.get(requests.size() - 1);
  }
}
