package org.speechservlet.upstream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A credential source that gives what the test says; by default a new token at each renewal. */
final class FakeCredentials implements CredentialSource {

  /** A bearer token. */
  record Token(String value) implements Credential {
    @Override
    public void applyTo(BiConsumer<String, String> headers) {
      headers.accept("Authorization", "Bearer " + value);
    }
  }

  private final Deque<Supplier<CompletionStage<Credential>>> scripted = new ArrayDeque<>();
  private final List<Credential> refused = new ArrayList<>();
  private int asked;

  /** What the next question is answered with. */
  void next(Supplier<CompletionStage<Credential>> answer) {
    scripted.add(answer);
  }

  @Override
  public CompletionStage<? extends Credential> credential() {
    asked++;
    Supplier<CompletionStage<Credential>> answer = scripted.poll();
    return answer != null
        ? answer.get()
        : CompletableFuture.completedFuture(new Token("token-" + refused.size()));
  }

  @Override
  public void refused(Credential credential) {
    refused.add(credential);
  }

  List<Credential> refused() {
    return List.copyOf(refused);
  }

  int asked() {
    return asked;
  }
}
