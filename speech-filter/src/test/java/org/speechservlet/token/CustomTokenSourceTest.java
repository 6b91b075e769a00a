package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

final class CustomTokenSourceTest {

  @Test
  void token_ofTheSource_isHandedOutForItsLife() throws Exception {
    AccessToken token = new AccessToken("aad#/subscriptions/1#ey.x.y", Duration.ofHours(1));
    Credential credential = request(() -> CompletableFuture.completedStage(token)).get();
    assertEquals("Bearer aad#/subscriptions/1#ey.x.y", credential.authorization().headerValue());
    assertEquals(Duration.ofHours(1), credential.lifetime());
  }

  @Test
  void token_thatComesLater_completesThen() throws Exception {
    CompletableFuture<AccessToken> later = new CompletableFuture<>();
    CompletableFuture<Credential> attempt = request(() -> later);
    assertFalse(attempt.isDone());
    later.complete(new AccessToken("t", Duration.ofHours(1)));
    assertEquals("Bearer t", attempt.get().authorization().headerValue());
  }

  @Test
  void source_thatThrows_isDiagnosed() {
    TokenFailure failure =
        failure(
            () -> {
              throw new IllegalStateException("vault is sealed\nsince noon");
            });
    assertTrue(
        failure
            .cause()
            .endsWith(
                "failed with java.lang.IllegalStateException: \"vault is sealed since noon\"."),
        failure.cause());
    assertFalse(failure.isPermanent());
  }

  @Test
  void source_thatThrowsAnError_isDiagnosed() {
    TokenFailure failure =
        failure(
            () -> {
              throw new NoClassDefFoundError("com/azure/identity/Credential");
            });
    assertTrue(failure.cause().contains("com/azure/identity/Credential"), failure.cause());
  }

  @Test
  void source_whoseMessageHoldsASecret_isQuotedWithoutIt() {
    String secret = "A1b2C3d4E5f6A1b2C3d4E5f6A1b2C3d4";
    TokenFailure failure =
        failure(
            () ->
                CompletableFuture.failedStage(
                    new CompletionException(new IllegalArgumentException("bad: " + secret))));
    assertTrue(failure.cause().contains("\"bad: <hidden>\""), failure.cause());
  }

  @Test
  @SuppressWarnings("NullAway") // what an application may do in spite of the contract
  void source_thatReturnsNull_isDiagnosed() {
    assertEquals("no token", failure(() -> (CompletionStage<AccessToken>) null).event());
    assertEquals("no token", failure(() -> CompletableFuture.completedStage(null)).event());
  }

  @Test
  void source_withAnInvalidToken_isDiagnosed() {
    TokenFailure failure =
        failure(
            () ->
                CompletableFuture.completedStage(
                    new AccessToken("two words", Duration.ofHours(1))));
    assertTrue(failure.cause().contains("character 4 is not one"), failure.cause());
    assertFalse(failure.cause().contains("two words"), failure.cause());
  }

  private static CompletableFuture<Credential> request(TokenSource source) {
    return new CustomTokenSource(source, new AttemptThread(Runnable::run)).request();
  }

  private static TokenFailure failure(TokenSource source) {
    ExecutionException e = assertThrows(ExecutionException.class, () -> request(source).get());
    if (e.getCause() instanceof TokenFailureException failed) {
      return failed.failure();
    }
    throw new AssertionError(e);
  }
}
