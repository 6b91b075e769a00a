package org.speechservlet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.token.RawService.answer;
import static org.speechservlet.token.RawService.reset;
import static org.speechservlet.token.RawService.send;
import static org.speechservlet.token.RawService.stall;
import static org.speechservlet.token.RawService.token;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.speechservlet.config.KeySetting;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.token.RawService.Behaviour;
import org.speechservlet.token.TokenStatus.KeyInUse;

/** The token manager with its real threads and sockets, against services that fail once. */
@Timeout(60)
final class TokenServiceIT {
  @TempDir private Path folder = Path.of("");

  private final LogCapture log = LogCapture.of(TokenManager.class);
  private @Nullable RawService service;
  private @Nullable TokenManager manager;

  @AfterEach
  void stop() throws IOException {
    if (manager != null) {
      manager.close();
    }
    if (service != null) {
      service.close();
    }
    log.close();
    assertEquals(List.of(), SpeechTokenFilterIT.speechThreads(), "threads left");
  }

  static Stream<Arguments> passingFaults() {
    return Stream.of(
        Arguments.of("HTTP 503", answer(503, "busy", "Retry-After: 1")),
        Arguments.of("HTTP 429", answer(429, "{\"error\":{\"code\":\"429\"}}")),
        Arguments.of("HTTP 200 without a token", answer(200, "<html>Sign in</html>")),
        Arguments.of("HTTP 200 without a token", answer(200, "")),
        Arguments.of("connection lost", send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")),
        Arguments.of("connection lost", reset()),
        Arguments.of("no HTTP", send("SSH-2.0-OpenSSH_9.2\r\n".repeat(20))),
        Arguments.of("answer too large", answer(200, "x".repeat(100_000))));
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void service_thatFailsOnce_costsNoAuthorization(String event, Behaviour fault) throws Exception {
    TokenManager tokens = start(fault, token("t1"));
    assertEquals("Bearer t1", get(tokens));
    assertEquals(2, started().requests().size());
    assertTrue(log.warnings().get(0).contains("(" + event + ", attempt 1)"), log.text());
    assertTrue(log.infos().get(0).startsWith("Recovered after 1 failed attempts"), log.text());
  }

  @Test
  void service_thatStalls_costsNoAuthorization() throws Exception {
    service = RawService.start(stall(), token("t1"));
    manager = withAnswerTimeout(Duration.ofMillis(200));
    assertEquals("Bearer t1", get(manager));
  }

  @Test
  void service_thatRefusesTheFirstKey_isAskedWithTheSecondAtOnce() throws Exception {
    TokenManager tokens = start(answer(401, ""), token("t1"));
    assertEquals("Bearer t1", get(tokens));
    assertEquals(KeyInUse.SECONDARY, tokens.status().keyInUse());
    List<String> requests = started().requests();
    assertTrue(requests.get(0).contains("Ocp-Apim-Subscription-Key: sesame-1\r\n"));
    assertTrue(requests.get(1).contains("Ocp-Apim-Subscription-Key: sesame-2\r\n"));
    assertEquals(List.of(), log.warnings());
  }

  @Test
  void service_thatRefusesBothKeys_isDiagnosedToCallersAtOnce() throws Exception {
    TokenManager tokens = start(answer(401, ""), answer(401, ""));
    TokenUnavailableException e = unavailable(tokens);
    assertTrue(String.valueOf(e.getMessage()).contains("HTTP 401 with both keys"), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("Keys and Endpoint"), e.getMessage());
    assertTrue(e.retryAfter().compareTo(Duration.ofSeconds(10)) > 0, e.retryAfter().toString());
  }

  @Test
  void service_thatRedirects_neverMakesTheKeyGoElsewhere() throws Exception {
    try (RawService other = RawService.start(token("stolen"))) {
      TokenManager tokens = start(answer(307, "", "Location: " + other.uri("/")));
      TokenUnavailableException e = unavailable(tokens);
      assertTrue(String.valueOf(e.getMessage()).contains("It is not followed"), e.getMessage());
      assertEquals(List.of(), other.requests());
    }
  }

  @Test
  void service_withAnUnknownCertificate_isDiagnosed() throws Exception {
    service = RawService.start(TestCertificate.of(folder, "localhost").forServer(), token("t"));
    manager = start(started().uri("/").toString());
    while (manager.status().lastFailure() == null) {
      Thread.onSpinWait();
    }
    String message = java.util.Objects.requireNonNull(manager.status().lastFailure()).message();
    assertTrue(message.contains("TLS failure"), message);
    assertTrue(message.contains("javax.net.ssl.trustStore"), message);
    assertEquals(List.of(), started().requests());
  }

  @Test
  void upstreamRefusal_ofAToken_bringsANewOne() throws Exception {
    TokenManager tokens = start(token("t1"), token("t2"));
    assertEquals("Bearer t1", get(tokens));
    tokens.invalidate(tokens.authorization().toCompletableFuture().get(30, TimeUnit.SECONDS));
    assertEquals("Bearer t2", get(tokens));
  }

  @Test
  void tokens_ofAShortLife_areRenewedInTheBackground() throws Exception {
    CountDownLatch renewed = new CountDownLatch(3);
    String shortLived =
        TestTokens.withPayload(
            "{\"exp\":" + (Clock.systemUTC().instant().getEpochSecond() + 3) + "}");
    TokenManager tokens =
        start(
            (socket, raw) -> {
              renewed.countDown();
              token(shortLived).accept(socket, raw);
            });
    assertTrue(renewed.await(30, TimeUnit.SECONDS));
    assertEquals("Bearer " + shortLived, get(tokens));
  }

  @Test
  void close_whileTheServiceStalls_abortsTheExchange() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    TokenManager tokens =
        start(
            (socket, raw) -> {
              asked.countDown();
              stall().accept(socket, raw);
            });
    CompletableFuture<Authorization> waiting = tokens.authorization().toCompletableFuture();
    assertTrue(asked.await(30, TimeUnit.SECONDS));
    tokens.close();
    assertTrue(waiting.isCompletedExceptionally());
    assertEquals(List.of(), SpeechTokenFilterIT.speechThreads());
  }

  @Test
  void tokenSource_thatBlocks_blocksNoCallerAndEndsWithTheApplication() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    TokenSource source =
        () -> {
          asked.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return new CompletableFuture<>();
        };
    SpeechSettings settings = settings("http://localhost:9/");
    manager = TokenManager.start(settings.auth(), settings.connection(), source, threads());
    assertTrue(asked.await(30, TimeUnit.SECONDS));
    assertFalse(manager.authorization().toCompletableFuture().isDone());
    manager.close();
    assertTrue(interrupted.await(30, TimeUnit.SECONDS));
  }

  private TokenManager start(Behaviour... behaviours) throws IOException {
    service = RawService.start(behaviours);
    return start(service.uri("").toString());
  }

  private TokenManager start(String uri) {
    SpeechSettings settings = settings(uri);
    TokenManager started =
        TokenManager.start(settings.auth(), settings.connection(), null, threads());
    manager = started;
    return started;
  }

  private static SpeechSettings settings(String uri) {
    Map<String, String> values = new HashMap<>();
    values.put("speech.key", "sesame-1");
    values.put("speech.secondary-key", "sesame-2");
    values.put("speech.token-uri", uri);
    values.put("speech.recognition-uri", "http://localhost:9/");
    return SpeechSettings.of(values);
  }

  private TokenManager withAnswerTimeout(Duration timeout) {
    RenewalThreads threads = threads();
    Surroundings around =
        new Surroundings(threads, System::nanoTime, Clock.systemUTC(), new SplittableRandom());
    TokenEndpoint endpoint =
        new TokenEndpoint(
            started().uri("/"), new TokenEndpoint.Way(Duration.ofSeconds(5), timeout, null, null));
    ServiceTokenSource source =
        new ServiceTokenSource(
            "localhost",
            endpoint,
            new KeyRing(new KeySetting.Text("k"), null, System::nanoTime),
            threads.attemptThread(),
            Clock.systemUTC());
    return new TokenManager(
        new RenewalLoop(
            source,
            new RenewalPolicy(Duration.ofMinutes(6)),
            around,
            new RenewalLog(LoggerFactory.getLogger(TokenManager.class), source)),
        threads::close);
  }

  private static RenewalThreads threads() {
    return new RenewalThreads("/test", TokenServiceIT.class.getClassLoader());
  }

  private RawService started() {
    return java.util.Objects.requireNonNull(service);
  }

  private static @Nullable String get(TokenManager tokens) throws Exception {
    return tokens.authorization().toCompletableFuture().get(30, TimeUnit.SECONDS).headerValue();
  }

  private static TokenUnavailableException unavailable(TokenManager tokens) {
    ExecutionException e = assertThrows(ExecutionException.class, () -> get(tokens));
    if (e.getCause() instanceof TokenUnavailableException unavailable) {
      return unavailable;
    }
    throw new AssertionError(e);
  }
}
