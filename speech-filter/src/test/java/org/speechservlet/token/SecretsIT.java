package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.token.RawService.answer;
import static org.speechservlet.token.RawService.send;
import static org.speechservlet.token.RawService.token;
import static org.speechservlet.token.TestServer.addServlet;
import static org.speechservlet.token.TestServer.addTokenFilter;
import static org.speechservlet.token.TestServer.application;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.speechservlet.config.SettingsException;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.token.RawService.Behaviour;

/**
 * Neither a key nor a token is to be read anywhere, with every logger at its most talkative and a
 * service that sends back whatever it gets.
 */
@Timeout(60)
final class SecretsIT {
  private static final String KEY = "5f4dcc3b5aa765d61d8327deb882cf99";
  private static final String SECOND_KEY = "9acb44549b41563697bb490144ec6258";
  private static final String TOKEN = TestTokens.withPayload("{\"aud\":\"urn:ms.speech\"}");

  @TempDir private Path folder = Path.of("");

  private final LogCapture log = LogCapture.ofEverything();
  private final List<String> texts = new ArrayList<>();
  private final TestServer server = new TestServer();

  SecretsIT() throws Exception {}

  @AfterEach
  void stop() throws Exception {
    server.close();
    log.close();
  }

  @Test
  void secrets_whenAllIsWell_areReadNowhere() throws Exception {
    try (RawService service = RawService.start(token(TOKEN))) {
      TokenManager manager = manage(settings(service));
      Authorization authorization =
          manager.authorization().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertEquals("Bearer " + TOKEN, authorization.headerValue());
      texts.add(authorization.toString());
      manager.invalidate(authorization);
      manager.authorization().toCompletableFuture().get(30, TimeUnit.SECONDS);
      texts.add(manager.status().toString());
      manager.close();
    }
    assertTrue(log.messages(Level.FINE).size() > 10, "the client's own loggers are off");
    assertNoSecrets();
  }

  @Test
  void secrets_sentBackByTheService_areReadNowhere() throws Exception {
    List<Behaviour> faults =
        List.of(
            answer(401, "{\"error\":{\"message\":\"no such key: " + KEY + "\"}}"),
            answer(403, "<html>" + KEY + " and " + SECOND_KEY + "</html>"),
            answer(400, KEY),
            answer(302, "", "Location: https://" + KEY + ".example/" + KEY),
            answer(503, "token " + TOKEN + " key " + KEY),
            answer(200, "{\"token\": \"" + TOKEN + "\", \"key\": \"" + KEY + "\"}"),
            answer(200, "two tokens: " + TOKEN + " " + TOKEN),
            send("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + TOKEN),
            send("Your key is " + KEY + "\r\nYour token is " + TOKEN + "\r\n"));
    for (Behaviour fault : faults) {
      try (RawService service = RawService.start(fault)) {
        TokenManager manager = manage(settings(service));
        awaitFailure(manager);
        CompletableFuture<Authorization> waiting = manager.authorization().toCompletableFuture();
        manager.close();
        ExecutionException e = assertThrows(ExecutionException.class, waiting::get);
        texts.add(e + " " + e.getCause());
        texts.add(manager.status().toString());
      }
    }
    assertNoSecrets();
  }

  @Test
  void secrets_ofAnApplicationsTokenSource_areReadNowhere() {
    SpeechSettings settings =
        SpeechSettings.of(
            Map.of("speech.auth", "none", "speech.recognition-uri", "http://localhost:9/"));
    List<TokenSource> sources =
        List.of(
            () -> {
              throw new IllegalStateException("cannot use " + TOKEN);
            },
            () -> CompletableFuture.failedStage(new IllegalStateException("bad " + KEY)),
            () ->
                CompletableFuture.completedStage(
                    new AccessToken(TOKEN + "\r\n", Duration.ofHours(1))));
    for (TokenSource source : sources) {
      TokenManager manager =
          TokenManager.start(settings.auth(), settings.connection(), source, threads());
      awaitFailure(manager);
      texts.add(manager.status().toString());
      manager.close();
    }
    assertNoSecrets();
  }

  @Test
  void secrets_inSettings_areReadNowhere() throws Exception {
    Path file = folder.resolve("key");
    Files.writeString(file, KEY + " " + SECOND_KEY);
    try (RawService service = RawService.start(token(TOKEN))) {
      Map<String, String> values = new java.util.HashMap<>(values(service));
      SpeechSettings settings = SpeechSettings.of(values);
      texts.add(settings.toString());
      values.remove("speech.key");
      values.put("speech.key-file", file.toString());
      values.remove("speech.secondary-key");
      TokenManager manager = manage(SpeechSettings.of(values));
      awaitFailure(manager);
      texts.add(manager.status().toString());
      manager.close();
    }
    texts.add(problems(Map.of("speech.key", KEY + " " + SECOND_KEY, "speech.region", "westus")));
    texts.add(problems(Map.of("speech.region", KEY, "speech.key", "westus")));
    texts.add(
        problems(Map.of("speech.key", KEY, "speech.key-file", "/k", "speech.region", "westus")));
    texts.add(problems(Map.of("speech.proxy", "user:" + KEY + "@proxy:80")));
    texts.add(problems(Map.of("speech.token-uri", "https://user:sesame@host/" + KEY)));
    assertNoSecrets();
  }

  @Test
  void secrets_behindTheFilter_areReadNowhere() throws Exception {
    try (RawService service = RawService.start(answer(401, KEY))) {
      ServletContextHandler application = application("/app");
      values(service).forEach(application::setInitParameter);
      addTokenFilter(application);
      addServlet(application, "echo", new EchoServlet(), "/echo");
      server.deploy(application);
      HttpResponse<String> response = server.getNow("/app/echo");
      texts.add(response.headers() + response.body());
      server.undeploy(application);
    }
    assertNoSecrets();
  }

  private void assertNoSecrets() {
    texts.add(log.text());
    String payload = TOKEN.split("\\.", -1)[1];
    for (String text : texts) {
      for (String secret : List.of(KEY, SECOND_KEY, TOKEN, payload, "sesame")) {
        assertFalse(text.contains(secret), () -> "a secret is in: " + around(text, secret));
      }
    }
  }

  private static String around(String text, String secret) {
    int at = text.indexOf(secret);
    return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200));
  }

  private static String problems(Map<String, String> values) {
    return assertThrows(SettingsException.class, () -> SpeechSettings.of(values)).toString();
  }

  private static void awaitFailure(TokenManager manager) {
    while (manager.status().lastFailure() == null) {
      Thread.onSpinWait();
    }
  }

  private static Map<String, String> values(RawService service) {
    return Map.of(
        "speech.key",
        KEY,
        "speech.secondary-key",
        SECOND_KEY,
        "speech.token-uri",
        service.uri("").toString(),
        "speech.recognition-uri",
        "http://localhost:9/");
  }

  private static SpeechSettings settings(RawService service) {
    return SpeechSettings.of(values(service));
  }

  private static TokenManager manage(SpeechSettings settings) {
    return TokenManager.start(settings.auth(), settings.connection(), null, threads());
  }

  private static RenewalThreads threads() {
    return new RenewalThreads("/test", SecretsIT.class.getClassLoader());
  }
}
