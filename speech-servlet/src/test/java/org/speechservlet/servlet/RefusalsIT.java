package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told when its request cannot be served: one problem document for each case. */
@NullUnmarked // each test starts what it needs
class RefusalsIT {
  private static final String[] WAV = {"Content-Type", "audio/wav"};

  private Fixture fixture;

  private Fixture start(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
    return fixture;
  }

  private Fixture start() throws Exception {
    return start(new Deployment());
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  static JsonObject assertProblem(int status, String type, HttpResponse<String> answer) {
    assertEquals(type, Fixture.json(answer.body()).getString("type"), answer.body());
    assertEquals(status, answer.statusCode());
    assertEquals(
        "application/problem+json",
        answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", ""));
    JsonObject problem = Fixture.json(answer.body());
    assertEquals(status, problem.getInt("status"));
    assertEquals(
        answer.headers().firstValue("X-Request-Id").orElseThrow(), problem.getString("requestId"));
    assertFalse(problem.getString("title").isBlank());
    assertFalse(problem.getString("detail").isBlank());
    return problem;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recognize?lang=en-US",
        "recognize?language=en-US&language=de-DE",
        "recognize?language=not%20a%20tag",
        "recognize?language=",
        "recognize?format=fancy",
        "recognize?profanity=remove",
        "recognize?language=%zz"
      })
  void parameterThatIsUnknownRepeatedOrWrong_is400(String target) throws Exception {
    start();
    try (RawClient browser = new RawClient(fixture.server)) {
      byte[] wav = Tone.wav(0.2);
      browser
          .send(
              "POST "
                  + fixture.server.base().getPath()
                  + target
                  + " HTTP/1.1\r\nHost: h\r\n"
                  + "Content-Type: audio/wav\r\nContent-Length: "
                  + wav.length
                  + "\r\n\r\n")
          .send(wav);
      RawClient.Answer answer = browser.readAnswer();

      // Containers refuse a broken percent-encoding themselves.
      assertEquals(400, answer.status());
      if (!target.contains("%zz")) {
        assertTrue(answer.body().contains("\"invalid-parameter\""), answer.body());
      }
      assertTrue(fixture.api.sawNothing());
    }
  }

  @Test
  void languageThatIsNotAllowed_is400AndNamesThoseThatAre() throws Exception {
    start(new Deployment().with("speech.languages", "en-US, de-DE"));

    JsonObject problem =
        assertProblem(
            400,
            "invalid-parameter",
            fixture.postTo("recognize?language=fr-FR", Tone.wav(0.2), WAV));

    assertTrue(problem.getString("detail").contains("de-DE, en-US"), problem.toString());
  }

  @Test
  void unknownPath_is404() throws Exception {
    start();

    assertProblem(404, "about:blank", fixture.get("nothing-here"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, recognize, 'POST, OPTIONS'",
    "PUT, recognize, 'POST, OPTIONS'",
    "POST, status, 'GET, HEAD'",
    "DELETE, '', 'GET, HEAD'"
  })
  void wrongMethod_is405WithAllow(String method, String target, String allow) throws Exception {
    start();

    HttpResponse<String> answer =
        fixture.send(
            HttpRequest.newBuilder(fixture.uri(target)).method(method, BodyPublishers.noBody()));

    assertProblem(405, "about:blank", answer);
    assertEquals(allow, answer.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void brokenWav_is400WithTheOffset() throws Exception {
    start();
    byte[] broken = "RIFF\0\0\0\0WAVEdata\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    JsonObject problem = assertProblem(400, "malformed-audio", fixture.post(broken, WAV));

    assertEquals(12, problem.getInt("offset"), problem.toString());
  }

  @Test
  void emptyUpload_is400Or415AndSaysSo() throws Exception {
    start();

    HttpResponse<String> answer = fixture.post(new byte[0], WAV);

    assertTrue(answer.statusCode() == 400 || answer.statusCode() == 415, answer.body());
    assertTrue(answer.body().contains("empty"), answer.body());
  }

  @Test
  void webmWithoutOpus_is415AndNamesWhatItHoldsAndWhatIsAccepted() throws Exception {
    start();
    byte[] webm =
        "\u001aE\u00df\u00a3\u0087B\u0082\u0084webm\u0018S\u0080g\u0001\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u0016T\u00aek\u008d\u00ae\u008b\u0086\u0089A_VORBIS\0"
            .getBytes(StandardCharsets.ISO_8859_1);

    JsonObject problem =
        assertProblem(415, "unsupported-audio", fixture.post(webm, "Content-Type", "audio/webm"));

    assertTrue(problem.getString("detail").contains("Vorbis"), problem.toString());
    assertTrue(problem.getString("detail").contains("WAV"), problem.toString());
  }

  @Test
  void announcedLengthBeyondTheLimit_is413WithoutReadingOrAsking() throws Exception {
    start(new Deployment().with("speech.max-upload-bytes", "20000"));

    JsonObject problem = assertProblem(413, "audio-too-large", fixture.post(Tone.wav(1), WAV));

    assertEquals(20000, problem.getInt("limit"));
    assertTrue(fixture.api.sawNothing());
  }

  @Test
  void chunkedUploadBeyondTheLimit_is413() throws Exception {
    start(new Deployment().with("speech.max-upload-bytes", "20000"));
    byte[] wav = Tone.wav(1);
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Transfer-Encoding: chunked");
      browser.chunk(wav, 0, wav.length).lastChunk();
      RawClient.Answer answer = browser.readAnswer();

      assertEquals(413, answer.status(), answer.body());
      assertTrue(answer.body().contains("audio-too-large"));
    }
  }

  @Test
  void audioLongerThanTheLimit_is413WithTheLimit() throws Exception {
    start(new Deployment().with("speech.max-audio-duration", "PT2S"));

    JsonObject problem = assertProblem(413, "audio-too-long", fixture.post(Tone.wav(3), WAV));

    assertEquals(2, problem.getInt("limit"));
  }

  @Test
  void uploadThatStopsInTheMiddle_is408() throws Exception {
    start(new Deployment().with("speech.upload-idle-timeout", "PT1S"));
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(fixture.server, "Content-Type: audio/wav", "Content-Length: 100000");
      browser.send(Tone.wav(0.2));
      RawClient.Answer answer = browser.readAnswer();

      assertEquals(408, answer.status());
      assertTrue(answer.body().contains("upload-stalled"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void credentialRefusedAlsoAfterRenewal_is502(int status) throws Exception {
    start();
    fixture.api.answerWith(
        (received, request, response, callback) ->
            StandInSpeechApi.answer(status, "{}", response, callback));

    assertProblem(502, "upstream-refused", fixture.post(Tone.wav(0.2), WAV));

    String first = fixture.api.next().headers.get("Authorization");
    String second = fixture.api.next().headers.get("Authorization");
    assertFalse(first.equals(second));
    assertTrue(fixture.api.sawNothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[1]", "{\"RecognitionStatus\":7}"})
  void answerThatIsNoTranscript_is502(String body) throws Exception {
    start();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.readAll(received, request);
          StandInSpeechApi.answer(200, body, response, callback);
        });

    assertProblem(502, "upstream-failed", fixture.post(Tone.wav(0.2), WAV));
  }

  @Test
  void upstreamThatFailsTwice_is502() throws Exception {
    start();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.readAll(received, request);
          StandInSpeechApi.answer(500, "oops", response, callback);
        });

    JsonObject problem = assertProblem(502, "upstream-failed", fixture.post(Tone.wav(0.2), WAV));

    assertFalse(problem.toString().contains("oops"), "details are for the log");
    fixture.api.next();
    fixture.api.next();
    assertTrue(fixture.api.sawNothing());
  }

  @Test
  void upstreamThatIsOverloaded_is503WithItsRetryAfter() throws Exception {
    start();
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          response.getHeaders().put("Retry-After", "77");
          StandInSpeechApi.answer(429, "{}", response, callback);
        });

    HttpResponse<String> answer = fixture.post(Tone.wav(0.2), WAV);

    assertProblem(503, "overloaded", answer);
    assertEquals("77", answer.headers().firstValue("Retry-After").orElseThrow());
  }

  @Test
  void upstreamThatNeverAnswers_is504() throws Exception {
    start(new Deployment().with("speech.response-timeout", "PT1S"));
    CountDownLatch over = new CountDownLatch(1);
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          StandInSpeechApi.readAll(received, request);
          over.await();
          callback.succeeded();
        });
    try {
      assertProblem(504, "upstream-timeout", fixture.post(Tone.wav(0.2), WAV));
    } finally {
      over.countDown();
    }
  }

  @Test
  void moreThanTheLimitAtOnce_is503WithRetryAfter() throws Exception {
    start(new Deployment().with("speech.max-concurrent", "1"));
    try (RawClient first = new RawClient(fixture.server)) {
      byte[] wav = Tone.wav(0.2);
      first.post(fixture.server, "Content-Type: audio/wav", "Content-Length: " + wav.length);
      fixture.api.next();

      HttpResponse<String> second = fixture.post(wav, WAV);

      assertProblem(503, "overloaded", second);
      assertEquals("1", second.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(503, fixture.get("status").statusCode());
      assertEquals(200, first.send(wav).readAnswer().status());
    }
  }

  @Test
  void withoutAnyToken_is503WithRetryAfter() throws Exception {
    start(new Deployment().with("speech.max-concurrent", "10"));
    fixture.close();
    StandInSpeechApi refusing = new StandInSpeechApi();
    refusing.answerTokenRequestsWith(401);
    fixture = Fixture.withOwnService(refusing.deployment());
    try {
      HttpResponse<String> answer = fixture.post(Tone.wav(0.2), WAV);

      assertProblem(503, "token-unavailable", answer);
      assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
      HttpResponse<String> status = fixture.get("status");
      assertEquals(503, status.statusCode());
      assertTrue(
          Fixture.json(status.body())
              .getJsonObject("token")
              .getJsonObject("lastFailure")
              .getString("message")
              .contains("401"),
          status.body());
    } finally {
      refusing.close();
    }
  }
}
