package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.GenericFilter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What passes between browser and Speech API, in which order, and who is told when one ends. */
@NullUnmarked // each test starts what it needs
class UploadsIT {
  private static final String[] WAV = {"Content-Type", "audio/wav"};

  private Fixture fixture;

  private void start(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  @Test
  void requestThatIsRefused_costsABrowserThatWaitsNoUpload() throws Exception {
    start(new Deployment());
    fixture.api.answerWith(
        (received, request, response, callback) ->
            StandInSpeechApi.answer(403, "{}", response, callback));
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(
          fixture.server,
          "Content-Type: audio/wav",
          "Content-Length: 100000",
          "Expect: 100-continue");
      RawClient.Answer answer = browser.readAnswer();
      if (System.getProperty("container", "jetty").equals("tomcat")) {
        assertEquals(100, answer.status(), "Tomcat says it by itself, before any servlet is asked");
        answer = browser.readAnswer();
      }
      assertEquals(502, answer.status());
    }
  }

  @Test
  void browserThatWaits_isToldToGoOnAndServed() throws Exception {
    start(new Deployment());
    byte[] wav = Tone.wav(0.5);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(
          fixture.server,
          "Content-Type: audio/wav",
          "Content-Length: " + wav.length,
          "Expect: 100-continue");

      assertEquals(100, browser.readAnswer().status());
      assertEquals(200, browser.send(wav).readAnswer().status());
    }
  }

  @Test
  void requestUpstream_isOnTheShortList() throws Exception {
    start(new Deployment());

    HttpResponse<String> answer =
        fixture.postTo(
            "recognize?language=de-DE&format=detailed&profanity=raw",
            Tone.wav(0.2),
            "Content-Type",
            "audio/wav",
            "Cookie",
            "JSESSIONID=secret",
            "Authorization",
            "Basic c2VjcmV0",
            "X-Forwarded-For",
            "192.0.2.1");

    StandInSpeechApi.Received received = fixture.api.next();
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertTrue(id.matches("[0-9a-f]{32}"), id);
    assertEquals(
        "language=de-DE&format=detailed&profanity=raw&X-ConnectionId=" + id, received.query);
    assertEquals("Bearer token-1", received.headers.get("Authorization"));
    assertEquals(
        "audio/wav; codecs=audio/pcm; samplerate=16000", received.headers.get("Content-Type"));
    assertEquals("application/json", received.headers.get("Accept"));
    assertEquals("chunked", received.headers.get("Transfer-Encoding"));
    assertEquals("100-continue", received.headers.get("Expect"));
    assertEquals(id, received.headers.get("X-ConnectionId"));
    assertNull(received.headers.get("Cookie"));
    assertNull(received.headers.get("X-Forwarded-For"));
    assertNull(received.headers.get("Content-Length"));
  }

  @Test
  void everyPiece_goesUpstreamBeforeTheNextComes() throws Exception {
    start(new Deployment());
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
      browser.chunk(wav, 0, 3200);
      StandInSpeechApi.Received received = fixture.api.next();
      for (int sent = 3200; sent < wav.length; sent += 3200) {
        awaitBody(received, sent);
        browser.chunk(wav, sent, Math.min(3200, wav.length - sent));
      }
      assertEquals(200, browser.lastChunk().readAnswer().status());
      assertArrayEquals(
          Arrays.copyOfRange(wav, 44, wav.length),
          Arrays.copyOfRange(received.body(), 44, received.body().length));
    }
  }

  /** Sends a first piece, and returns when it is upstream. */
  private StandInSpeechApi.Received beginInChunks(RawClient browser, byte[] wav) throws Exception {
    browser.post(fixture.server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
    browser.chunk(wav, 0, 3200);
    StandInSpeechApi.Received received = fixture.api.next();
    awaitBody(received, 3200);
    return received;
  }

  private static void awaitBody(StandInSpeechApi.Received received, int bytes) throws Exception {
    assertTrue(received.awaitBytes(bytes, 20, TimeUnit.SECONDS), "got " + received.body().length);
  }

  @Test
  void refusedToken_isRenewedAndTheRequestSentAgainUnnoticed() throws Exception {
    start(new Deployment());
    AtomicInteger requests = new AtomicInteger();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          if (requests.incrementAndGet() == 1) {
            StandInSpeechApi.answer(401, "{}", response, callback);
          } else {
            StandInSpeechApi.readThenSucceed(received, request, response, callback);
          }
        });
    byte[] wav = Tone.wav(0.5);

    assertEquals(200, fixture.post(wav, WAV).statusCode());

    assertEquals("Bearer token-1", fixture.api.next().headers.get("Authorization"));
    StandInSpeechApi.Received second = fixture.api.next();
    assertEquals("Bearer token-2", second.headers.get("Authorization"));
    assertEquals(wav.length, second.body().length);
  }

  @Test
  void tokenRefusedAfterAllAudio_isRenewedAndTheAudioReplayed() throws Exception {
    start(new Deployment());
    AtomicInteger requests = new AtomicInteger();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.readAll(received, request);
          if (requests.incrementAndGet() == 1) {
            StandInSpeechApi.answer(401, "{}", response, callback);
          } else {
            StandInSpeechApi.succeed(response, callback);
          }
        });
    byte[] wav = Tone.wav(2);

    assertEquals(200, fixture.post(wav, WAV).statusCode());

    assertArrayEquals(fixture.api.next().body(), fixture.api.next().body());
  }

  @Test
  void serviceThatFailsOnce_isAskedAgainUnnoticed() throws Exception {
    start(new Deployment());
    AtomicInteger requests = new AtomicInteger();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.readAll(received, request);
          if (requests.incrementAndGet() == 1) {
            StandInSpeechApi.answer(503, "", response, callback);
          } else {
            StandInSpeechApi.succeed(response, callback);
          }
        });

    assertEquals(200, fixture.post(Tone.wav(2), WAV).statusCode());
  }

  @Test
  void serviceThatFailsOnceWhenTheAudioIsNoLongerHeld_is502() throws Exception {
    start(new Deployment().with("speech.replay.max-bytes", "16384"));
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.readAll(received, request);
          StandInSpeechApi.answer(503, "", response, callback);
        });

    assertEquals(502, fixture.post(Tone.wav(2), WAV).statusCode());
    fixture.api.next();
    assertTrue(fixture.api.sawNothing());
  }

  @Test
  void browserThatResets_cutsTheRequestUpstream() throws Exception {
    start(new Deployment());
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(fixture.server)) {
      StandInSpeechApi.Received received = beginInChunks(browser, wav);
      browser.reset();

      assertTrue(received.ended.await(20, TimeUnit.SECONDS));
      assertFalse(received.complete);
    }
  }

  @Test
  void browserThatSaysGoodbyeInTheMiddle_cutsTheRequestUpstream() throws Exception {
    start(new Deployment());
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Content-Length: " + wav.length);
      browser.send(Arrays.copyOf(wav, 3200));
      StandInSpeechApi.Received received = fixture.api.next();
      awaitBody(received, 3200);
      browser.sayGoodbye();

      assertTrue(received.ended.await(20, TimeUnit.SECONDS));
      assertFalse(received.complete);
    }
  }

  @Test
  void browserThatSaysGoodbyeBetweenChunks_cutsTheRequestUpstream() throws Exception {
    start(new Deployment());
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(fixture.server)) {
      StandInSpeechApi.Received received = beginInChunks(browser, wav);
      browser.sayGoodbye();

      assertTrue(received.ended.await(20, TimeUnit.SECONDS));
      assertFalse(received.complete);
    }
  }

  @Test
  void answerBeforeTheUploadEnds_reachesABrowserThatKeepsSending() throws Exception {
    start(new Deployment());
    fixture.api.answerWith(
        (received, request, response, callback) -> StandInSpeechApi.succeed(response, callback));
    byte[] wav = Tone.wav(50);

    HttpResponse<String> answer = fixture.post(wav, WAV);

    assertEquals(StandInSpeechApi.SUCCESS, answer.body());
  }

  @Test
  void answerBeforeTheUploadEnds_reachesABrowserThatIsSilent() throws Exception {
    start(new Deployment());
    fixture.api.answerWith(
        (received, request, response, callback) -> StandInSpeechApi.succeed(response, callback));
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Content-Length: 100000");
      browser.send(Tone.wav(0.2));

      assertEquals(StandInSpeechApi.SUCCESS, browser.readAnswer().body());
      assertTrue(browser.isClosedByServer());
    }
  }

  @Test
  void serviceThatStopsReading_stopsTheBrowser() throws Exception {
    start(
        new Deployment()
            .with("speech.response-timeout", "PT3S")
            .with("speech.max-upload-bytes", "512MiB")
            .with("speech.max-audio-duration", "PT1H"));
    CountDownLatch over = new CountDownLatch(1);
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          request.demand(() -> {});
          over.await();
          callback.succeeded();
        });
    byte[] pcm = Tone.pcm(10, 16_000, 1);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(
          fixture.server,
          "Content-Type: audio/pcm;rate=16000;channels=1;endianness=little-endian",
          "Transfer-Encoding: chunked");
      BoundedSender sender = new BoundedSender(browser, pcm, 256L * 1024 * 1024);
      sender.start();

      assertEquals(504, browser.readAnswer().status());
      assertTrue(sender.sentBytes() < 64L * 1024 * 1024, "the browser sent " + sender.sentBytes());
    } finally {
      over.countDown();
    }
  }

  @Test
  void behindAFilterWithoutAsyncSupport_isServedAllTheSame() throws Exception {
    start(new Deployment().with(new Deployment.OwnFilter("old-filter", PassingFilter::new, false)));

    try (LogCapture log = LogCapture.of(AsyncFallback.class)) {
      assertEquals(StandInSpeechApi.SUCCESS, fixture.post(Tone.wav(2), WAV).body());
      assertEquals(StandInSpeechApi.SUCCESS, fixture.post(Tone.wav(1), WAV).body());
      assertEquals(1, log.messages().size(), log.messages().toString());
      assertTrue(log.messages().get(0).contains("[old-filter]"), log.messages().toString());
    }
    assertEquals(
        415,
        fixture.post(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, WAV).statusCode());
    assertEquals(200, fixture.post(Tone.wav(2), WAV).statusCode());
  }

  @Test
  void bodyThatAFilterHasReadAlready_is400AtOnce() throws Exception {
    start(
        new Deployment().with(new Deployment.OwnFilter("body-eater", BodyEatingFilter::new, true)));

    HttpResponse<String> answer = fixture.post(Tone.wav(0.2), WAV);

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("none arrived"), answer.body());
  }

  /** A filter as people write them. */
  static final class PassingFilter extends GenericFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
    }
  }

  /** A filter that looks into the body. */
  static final class BodyEatingFilter extends GenericFilter {
    private static final long serialVersionUID = 1L;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      request.getInputStream().readAllBytes();
      chain.doFilter(request, response);
    }
  }
}
