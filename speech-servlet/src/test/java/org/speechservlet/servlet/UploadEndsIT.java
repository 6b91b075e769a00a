package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadClient.field;
import static org.speechservlet.servlet.UploadClient.part;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an upload of many requests ends before its time, and that it leaves nothing behind. */
@NullUnmarked // each test starts what it needs
class UploadEndsIT {
  private static final int PIECE = 8_000;
  private static final byte[] AUDIO = Tone.wav(2);

  private Fixture fixture;

  private UploadClient begin(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
    return UploadClient.create(fixture, part(AUDIO, 0, PIECE));
  }

  @AfterEach
  void stop() throws Exception {
    if (fixture != null) {
      fixture.assertNothingInFlight();
      fixture.close();
    }
  }

  private static void assertFinalProblem(int status, String type, HttpResponse<String> answer) {
    RefusalsIT.assertProblem(status, type, answer);
    assertEquals("?1", field(answer, "Upload-Complete"));
  }

  private static void assertCut(StandInSpeechApi.Received received) throws Exception {
    assertTrue(received.ended.await(20, TimeUnit.SECONDS));
    assertFalse(received.complete);
  }

  @Test
  void uploadThatNobodyGoesOnWith_endsByItselfAndThenSaysWhy() throws Exception {
    UploadClient upload = begin(new Deployment().with("speech.upload-idle-timeout", "PT1S"));
    assertCut(fixture.api.next());
    fixture.assertNothingInFlight();

    assertEquals("?1", field(upload.head(), "Upload-Complete"));
    assertFinalProblem(408, "upload-stalled", upload.append(PIECE, part(AUDIO, PIECE, 2 * PIECE)));
  }

  @Test
  void appendThatHangs_is408ForTheUpload() throws Exception {
    UploadClient upload = begin(new Deployment().with("speech.upload-idle-timeout", "PT1S"));
    try (RawClient hanging =
        upload.appendInTheMiddle(PIECE, 2 * PIECE, part(AUDIO, PIECE, PIECE + 100))) {
      RawClient.Answer answer = hanging.readAnswer();

      assertEquals(408, answer.status());
      assertEquals("?1", answer.headers().get("Upload-Complete"));
    }
    assertCut(fixture.api.next());
  }

  @Test
  void creationThatIsCut_cutsTheRequestUpstream() throws Exception {
    fixture = new Fixture();
    try (RawClient browser = new RawClient(fixture.server)) {
      browser.post(
          fixture.server,
          "Content-Type: audio/wav",
          "Upload-Complete: ?0",
          "Content-Length: " + AUDIO.length);
      browser.send(part(AUDIO, 0, PIECE));
      StandInSpeechApi.Received received = fixture.api.next();
      assertTrue(received.awaitBytes(PIECE, 20, TimeUnit.SECONDS));
      browser.sayGoodbye();

      assertCut(received);
    }
  }

  @Test
  void delete_cutsTheRequestUpstreamAndTheNameIsForgotten() throws Exception {
    UploadClient upload = begin(new Deployment());
    StandInSpeechApi.Received received = fixture.api.next();

    assertEquals(204, upload.delete().statusCode());

    assertCut(received);
    fixture.assertNothingInFlight();
    RefusalsIT.assertProblem(404, "unknown-upload", upload.append(PIECE, new byte[0]));
    assertEquals(404, upload.head().statusCode());
    assertEquals(404, upload.delete().statusCode());
  }

  @Test
  void deleteInTheMiddleOfAnAppend_endsThatToo() throws Exception {
    UploadClient upload = begin(new Deployment());
    StandInSpeechApi.Received received = fixture.api.next();
    try (RawClient append =
        upload.appendInTheMiddle(PIECE, 2 * PIECE, part(AUDIO, PIECE, PIECE + 100))) {
      assertTrue(received.awaitBytes(PIECE + 100, 20, TimeUnit.SECONDS));

      assertEquals(204, upload.delete().statusCode());

      assertEquals(409, append.readAnswer().status());
      assertTrue(append.isClosedByServer());
      assertCut(received);
    }
  }

  @Test
  void moreThanTheLimitOverAllAppends_is413WithTheLimit() throws Exception {
    UploadClient upload = begin(new Deployment().with("speech.max-upload-bytes", "20000"));
    assertEquals(204, upload.append(PIECE, part(AUDIO, PIECE, 2 * PIECE)).statusCode());

    HttpResponse<String> answer = upload.append(2 * PIECE, part(AUDIO, 2 * PIECE, 3 * PIECE));

    assertFinalProblem(413, "audio-too-large", answer);
    assertEquals("max-size=20000", field(answer, "Upload-Limit"));
    assertCut(fixture.api.next());
  }

  @Test
  void lengthBeyondTheLimit_is413BeforeAnythingIsRead() throws Exception {
    fixture = new Fixture(new Deployment().with("speech.max-upload-bytes", "20000"));

    HttpResponse<String> answer =
        UploadClient.tryToCreate(fixture, part(AUDIO, 0, PIECE), "Upload-Length", "20001");

    assertFinalProblem(413, "audio-too-large", answer);
    assertTrue(fixture.api.sawNothing());
  }

  @Test
  void audioThatGetsTooLong_is413InTheMiddle() throws Exception {
    UploadClient upload = begin(new Deployment().with("speech.max-audio-duration", "PT1S"));

    assertFinalProblem(
        413, "audio-too-long", upload.append(PIECE, part(AUDIO, PIECE, AUDIO.length)));
    assertFinalProblem(413, "audio-too-long", upload.append(PIECE, new byte[0]));
  }

  @Test
  void brokenAudioInTheFirstPiece_is400ForTheCreation() throws Exception {
    fixture = new Fixture();
    byte[] broken = "RIFF\0\0\0\0WAVEdata\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    HttpResponse<String> answer = UploadClient.tryToCreate(fixture, Arrays.copyOf(broken, PIECE));

    assertFinalProblem(400, "malformed-audio", answer);
    assertTrue(answer.headers().firstValue("Location").isEmpty());
  }

  @Test
  void serviceThatFailsBetweenTwoAppends_isToldToTheNext() throws Exception {
    fixture = new Fixture();
    CountDownLatch failed = new CountDownLatch(1);
    fixture.api.answerWith(
        (received, request, response, callback) -> {
          request.demand(() -> {});
          failed.await();
          StandInSpeechApi.answer(400, "{}", response, callback);
        });
    UploadClient upload = UploadClient.create(fixture, part(AUDIO, 0, PIECE));
    failed.countDown();
    fixture.assertNothingInFlight();

    HttpResponse<String> answer = upload.append(PIECE, part(AUDIO, PIECE, 2 * PIECE));

    assertFinalProblem(502, "upstream-failed", answer);
  }

  @Test
  void serviceThatAnswersBetweenTwoAppends_isHeardByTheNext() throws Exception {
    fixture = new Fixture();
    fixture.api.answerWith(
        (received, request, response, callback) -> StandInSpeechApi.succeed(response, callback));

    HttpResponse<String> first = UploadClient.tryToCreate(fixture, part(AUDIO, 0, PIECE));
    HttpResponse<String> answer =
        first.statusCode() == 201
            ? UploadClient.of(fixture, first).append(PIECE, part(AUDIO, PIECE, 2 * PIECE))
            : first;

    assertEquals(StandInSpeechApi.SUCCESS, answer.body());
    assertEquals("?1", field(answer, "Upload-Complete"));
  }

  @Test
  void withoutAnyToken_theCreationIs503WithRetryAfter() throws Exception {
    try (StandInSpeechApi refusing = new StandInSpeechApi()) {
      refusing.answerTokenRequestsWith(401);
      fixture = Fixture.withOwnService(refusing.deployment());

      HttpResponse<String> answer = UploadClient.tryToCreate(fixture, part(AUDIO, 0, PIECE));

      assertFinalProblem(503, "token-unavailable", answer);
      assertTrue(Integer.parseInt(field(answer, "Retry-After")) > 0);
      fixture.assertNothingInFlight();
    }
  }

  @Test
  void uploadThatWaits_countsAsInFlight() throws Exception {
    UploadClient upload = begin(new Deployment().with("speech.max-concurrent", "1"));

    assertFinalProblem(503, "overloaded", UploadClient.tryToCreate(fixture, part(AUDIO, 0, PIECE)));
    assertEquals(
        1,
        Fixture.json(fixture.get("status").body())
            .getJsonObject("recognitions")
            .getInt("waitingUploads"));
    assertEquals(200, upload.finish(AUDIO, PIECE, 64_000).statusCode());
    fixture.assertNothingInFlight();
    assertEquals(
        201,
        UploadClient.tryToCreate(fixture, part(AUDIO, 0, PIECE)).statusCode(),
        "a kept answer");
    fixture.server.undeploy();
    fixture.close();
    fixture = null;
  }

  @Test
  void undeploy_endsWaitingUploadsAndLeavesNoThread() throws Exception {
    begin(new Deployment());
    UploadClient answered = UploadClient.create(fixture, part(AUDIO, 0, PIECE));
    StandInSpeechApi.Received waiting = fixture.api.next();
    assertEquals(200, answered.finish(AUDIO, PIECE, 64_000).statusCode());

    fixture.server.undeploy();

    assertTrue(waiting.ended.await(20, TimeUnit.SECONDS));
    assertFalse(waiting.complete);
    assertEquals(List.of(), threadsOfTheApplication());
    fixture.close();
    fixture = null;
  }

  private static List<String> threadsOfTheApplication() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("speech-"))
        .toList();
  }

  @Test
  void undeployInTheMiddleOfAnAppend_tellsItToTryAgain() throws Exception {
    UploadClient upload = begin(new Deployment());
    StandInSpeechApi.Received received = fixture.api.next();
    try (RawClient append =
        upload.appendInTheMiddle(PIECE, 2 * PIECE, part(AUDIO, PIECE, PIECE + 100))) {
      assertTrue(received.awaitBytes(PIECE + 100, 20, TimeUnit.SECONDS));

      fixture.server.undeploy();

      RawClient.Answer answer = append.readAnswer();
      assertEquals(503, answer.status());
      assertTrue(answer.body().contains("\"overloaded\""), answer.body());
      assertEquals("10", answer.headers().get("Retry-After"));
    }
    fixture.close();
    fixture = null;
  }

  @Test
  void log_hasTheIdOnceAndNeitherNameNorToken() throws Exception {
    try (LogCapture log = LogCapture.of(Recognitions.class)) {
      UploadClient upload = begin(new Deployment());
      assertEquals(200, upload.finish(AUDIO, PIECE, PIECE).statusCode());
      fixture.assertNothingInFlight();

      assertEquals(1, log.messages().size(), log.messages().toString());
      assertTrue(log.messages().get(0).startsWith(field(upload.creation, "X-Request-Id")));
      assertFalse(log.messages().get(0).contains(upload.token));
      assertNull(nameIn(log.messages().get(0), upload));
    }
  }

  private static String nameIn(String message, UploadClient upload) {
    String name = upload.location.getPath().replaceAll(".*/", "");
    return message.contains(name) ? name : null;
  }
}
