package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/**
 * Recognitions one after the other while tokens live for 20 s only: each must succeed, also while
 * the token service is out of order for half of the time. {@code -Dsoak=PT3M} runs it for longer.
 */
final class ShortTokensIT {
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(20);
  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Duration SOAK =
      Duration.parse(System.getProperty("soak", Duration.ofSeconds(45).toString()));

  private final ScheduledExecutorService metronome = Executors.newScheduledThreadPool(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<CompletableFuture<Integer>> answers = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    metronome.shutdownNow();
  }

  @Test
  void tokensOfTwentySeconds_failNoRecognition() throws Exception {
    recognizeAll(speech -> {});
  }

  @Test
  void tokenServiceThatIsDownForTenSecondsAtATime_failsNoRecognition() throws Exception {
    recognizeAll(
        speech -> {
          var unused =
              metronome.scheduleAtFixedRate(
                  () ->
                      speech
                          .faults()
                          .add(
                              Fault.on(
                                      Target.TOKEN,
                                      Moment.START,
                                      new Action.Respond(KnownAnswers.withStatus(503)))
                                  .lasting(OUTAGE)),
                  OUTAGE.toSeconds(),
                  2 * OUTAGE.toSeconds(),
                  TimeUnit.SECONDS);
        });
  }

  /** A local service that the test holds itself. */
  private record RunningSpeech(LocalSpeechService speech) implements SpeechService {
    @Override
    public Map<String, String> settings() {
      return Map.of(
          "speech.token-uri", speech.tokenUri().toString(),
          "speech.recognition-uri", speech.recognitionUri().toString(),
          "speech.key", "any");
    }

    @Override
    public String inWords() {
      return "a local service with short tokens";
    }

    @Override
    public void close() {}
  }

  private interface Trouble {
    void startAt(LocalSpeechService speech);
  }

  private void recognizeAll(Trouble trouble) throws Exception {
    try (LocalSpeechService speech =
            LocalSpeechService.start(
                LocalSpeechOptions.defaults().withPort(0).withTokenLife(TOKEN_LIFE),
                new ScriptedEngine("it works"));
        ExampleServer server = ExampleServer.bind("localhost", 0)) {
      server.serve(Built.WAR, new RunningSpeech(speech));
      trouble.startAt(speech);
      recognizeTwiceASecond(server.uri().resolve("speech/recognize"));
      Map<Integer, Long> byStatus =
          answers.stream()
              .map(CompletableFuture::join)
              .collect(
                  Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
      System.out.printf(
          "Recognitions in %s with tokens of %s, by status: %s%n", SOAK, TOKEN_LIFE, byStatus);
      assertEquals(1, byStatus.size(), byStatus.toString());
      assertTrue(byStatus.containsKey(200), byStatus.toString());
    }
  }

  private void recognizeTwiceASecond(URI uri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "audio/wav")
            .POST(BodyPublishers.ofFile(Built.SAMPLE))
            .build();
    CountDownLatch left = new CountDownLatch((int) SOAK.toSeconds() * 2);
    var beat =
        metronome.scheduleAtFixedRate(
            () -> {
              answers.add(
                  client
                      .sendAsync(request, BodyHandlers.discarding())
                      .thenApply(answer -> answer.statusCode()));
              left.countDown();
            },
            0,
            500,
            TimeUnit.MILLISECONDS);
    assertTrue(left.await(SOAK.toSeconds() + 60, TimeUnit.SECONDS));
    beat.cancel(false);
  }
}
