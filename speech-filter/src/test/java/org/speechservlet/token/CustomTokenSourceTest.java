package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class CustomTokenSourceTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static CompletableFuture<Credential> ask(TokenSource source) {
    return new CustomTokenSource(source, new AttemptThread(Runnable::run)).request();
  }

  private static TokenFailure failureOf(TokenSource source) {
    CompletableFuture<Credential> answer = ask(source);
    CompletionException failed = assertThrows(CompletionException.class, answer::join);
    return ((TokenFailureException) Objects.requireNonNull(failed.getCause())).failure();
  }

  @Test
  void token_ofTheApplication_keepsItsOwnLife() {
    Credential got =
        ask(() -> CompletableFuture.completedFuture(new AccessToken("entra", HOUR))).join();
    assertEquals("Bearer entra", got.authorization().headerValue());
    assertEquals(HOUR, got.lifetime());
  }

  @Test
  void source_thatThrowsOrFails_isToldByItsMessage() {
    TokenSource throwing =
        () -> {
          throw new IllegalStateException("the vault is sealed");
        };
    assertTrue(failureOf(throwing).cause().contains("the vault is sealed"));
    assertTrue(
        failureOf(() -> CompletableFuture.failedFuture(new IllegalStateException("sealed")))
            .cause()
            .contains("IllegalStateException: \"sealed\""));
  }

  @Test
  @SuppressWarnings("NullAway") // what an application may do all the same
  void source_thatGivesNull_isToldSo() {
    assertEquals("no token", failureOf(() -> null).event());
    assertEquals("no token", failureOf(() -> CompletableFuture.completedFuture(null)).event());
  }

  @Test
  void source_whoseClassesAreMissing_isToldSo() {
    TokenSource broken =
        () -> {
          throw new NoClassDefFoundError("com/example/Vault");
        };
    assertTrue(failureOf(broken).cause().contains("com/example/Vault"));
  }
}
