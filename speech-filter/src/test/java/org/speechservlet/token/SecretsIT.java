package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.speechservlet.config.AuthMode;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.KeySetting;
import org.speechservlet.config.SpeechSettings;

/** With every logger wide open and every fault, neither key nor token is seen anywhere. */
@Timeout(60)
final class SecretsIT {
  private static final String KEY = WebApplication.KEY;
  private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJtZSJ9.c2VjcmV0c2VjcmV0";
  private static final String QUOTING = "{\"message\":\"" + KEY + " is wrong, " + TOKEN + "\"}";

  static List<TokenPeer.Manner> manners() {
    return List.of(
        TokenPeer.giving(TOKEN),
        TokenPeer.giving(TOKEN + " " + TOKEN),
        TokenPeer.answering(400, "", QUOTING),
        TokenPeer.answering(401, "", QUOTING),
        TokenPeer.answering(403, "WWW-Authenticate: Basic realm=\"" + KEY + "\"\r\n", QUOTING),
        TokenPeer.answering(307, "Location: http://" + KEY + ".example/" + KEY + "\r\n", ""),
        TokenPeer.answering(429, "Retry-After: " + KEY + "\r\n", KEY),
        TokenPeer.answering(500, "", "<h1>" + KEY + "</h1>"),
        TokenPeer.answering(503, "", KEY + TOKEN),
        (head, socket) -> TokenPeer.write(socket, KEY + " " + TOKEN + "\r\n\r\n"),
        (head, socket) -> TokenPeer.write(socket, "HTTP/1.1 2" + KEY + "0 OK\r\n\r\n"),
        (head, socket) ->
            TokenPeer.write(socket, "HTTP/1.1 200 OK\r\n" + KEY + "\r\nX: " + TOKEN + "\r\n\r\n"),
        (head, socket) ->
            TokenPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n"),
        (head, socket) ->
            TokenPeer.write(
                socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + TOKEN + "\r\n"),
        (head, socket) ->
            TokenPeer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + TOKEN),
        (head, socket) -> socket.close());
  }

  @ParameterizedTest
  @MethodSource("manners")
  void faults_atFullLogging_showNeitherKeyNorToken(TokenPeer.Manner manner) throws Exception {
    try (LogCapture log = LogCapture.ofEverything();
        TokenPeer peer = new TokenPeer(manner)) {
      TokenManager tokens = managerOf(peer);
      awaitFirstOutcome(tokens);
      CompletableFuture<Authorization> answer = tokens.authorization().toCompletableFuture();
      assertSafe(tokens.status().toString());
      tokens.close();
      assertSafe(answer.handle((got, error) -> got + " " + error).join());
      assertFalse(log.lines().isEmpty());
      log.lines().forEach(SecretsIT::assertSafe);
    }
  }

  private static TokenManager managerOf(TokenPeer peer) {
    SpeechSettings settings =
        SpeechSettings.of(
            Map.of(
                "speech.token-uri",
                peer.uri().toString(),
                "speech.recognition-uri",
                "http://127.0.0.1:1/recognize",
                "speech.key",
                KEY));
    assertSafe(settings.toString());
    RenewalThreads threads = new RenewalThreads("/secrets", SecretsIT.class.getClassLoader());
    return TokenManager.start(settings.auth(), settings.connection(), null, threads);
  }

  private static void awaitFirstOutcome(TokenManager tokens) {
    while (tokens.status().lastFailure() == null && !tokens.status().isUsable()) {
      Thread.onSpinWait();
    }
  }

  private static void assertSafe(String text) {
    assertFalse(text.contains(KEY), text);
    assertFalse(text.contains(TOKEN) || text.contains("eyJpc3MiOiJtZSJ9"), text);
  }

  @Test
  void valuesWithSecrets_asText_hideThem() {
    List.of(
            Authorization.bearer(TOKEN),
            Authorization.key(KEY),
            new AccessToken(TOKEN, Duration.ofMinutes(10)),
            new ResourceKey(TokenStatus.KeyInUse.PRIMARY, KEY),
            new TokenAnswer(200, null, null, null, TOKEN),
            new Credential(Authorization.bearer(TOKEN), null, null),
            new AuthSettings(
                AuthMode.KEY, null, new KeySetting.Text(KEY), null, Duration.ofMinutes(6)))
        .forEach(value -> assertSafe(value.toString()));
  }

  @Test
  void credentialsThatCannotBeSent_whenRefused_areNotQuoted() {
    String message = messageOf(() -> Authorization.bearer(TOKEN + "\n"));
    assertSafe(message);
    assertTrue(message.contains("character " + (TOKEN.length() + 1)), message);
    assertSafe(messageOf(() -> Authorization.key(KEY + "\u00e9")));
    assertSafe(messageOf(() -> new AccessToken(TOKEN + " ", Duration.ofMinutes(1))));
    assertEquals("a key must not be empty", messageOf(() -> Authorization.key("")));
  }

  private static String messageOf(Runnable action) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
