package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadClient.field;
import static org.speechservlet.servlet.UploadClient.part;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Audio that comes in many requests: what goes upstream, and what is told of each request. */
@NullUnmarked // each test starts what it needs
class LiveUploadIT {
  private static final int PIECE = 8_000;
  private static final byte[] AUDIO = Tone.wav(2);
  private static final byte[] NOTHING = {};

  private Fixture fixture;

  private UploadClient begin(Deployment deployment) throws Exception {
    fixture = new Fixture(deployment);
    return UploadClient.create(fixture, part(AUDIO, 0, PIECE));
  }

  private UploadClient begin() throws Exception {
    return begin(new Deployment());
  }

  @AfterEach
  void stop() throws Exception {
    fixture.assertNothingInFlight();
    fixture.close();
  }

  private static Deployment behindAFilterWithoutAsync() {
    return new Deployment()
        .with(new Deployment.OwnFilter("old-filter", UploadsIT.PassingFilter::new, false));
  }

  /** What came upstream is the audio: nothing lost, nothing doubled. */
  private static void assertHeardOnce(StandInSpeechApi.Received received) {
    assertTrue(received.complete);
    byte[] heard = received.body();
    assertArrayEquals(part(AUDIO, 44, AUDIO.length), part(heard, 44, heard.length));
  }

  private static void assertRecognized(HttpResponse<String> answer) {
    assertEquals(StandInSpeechApi.SUCCESS, answer.body());
    assertEquals(200, answer.statusCode());
    assertEquals("?1", field(answer, "Upload-Complete"));
  }

  @Test
  void pieces_makeOneRecognition() throws Exception {
    UploadClient upload = begin();
    StandInSpeechApi.Received received = fixture.api.next();

    HttpResponse<String> answer = upload.finish(AUDIO, PIECE, PIECE);

    assertRecognized(answer);
    assertHeardOnce(received);
    assertTrue(fixture.api.sawNothing(), "one upstream request for all of them");
    String id = field(upload.creation, "X-Request-Id");
    assertEquals(id, field(answer, "X-Request-Id"));
    assertEquals(id, received.headers.get("X-ConnectionId"));
  }

  @Test
  void pieces_behindAFilterWithoutAsync_makeOneRecognition() throws Exception {
    UploadClient upload = begin(behindAFilterWithoutAsync());

    assertRecognized(upload.finish(AUDIO, PIECE, PIECE));
    assertHeardOnce(fixture.api.next());
  }

  @Test
  void everyPiece_goesUpstreamBeforeTheNextComes() throws Exception {
    UploadClient upload = begin();
    StandInSpeechApi.Received received = fixture.api.next();
    int sent = PIECE;
    for (; AUDIO.length - sent > PIECE; sent += PIECE) {
      assertTrue(received.awaitBytes(sent, 20, TimeUnit.SECONDS), "got " + received.body().length);
      upload.append(sent, part(AUDIO, sent, sent + PIECE));
    }
    assertRecognized(upload.appendLast(sent, part(AUDIO, sent, AUDIO.length)));
  }

  @Test
  void creation_tellsWhereAndHowMuch() throws Exception {
    UploadClient upload = begin();

    assertTrue(field(upload.creation, "Location").matches("uploads/[A-Za-z0-9_-]{24}"));
    assertEquals("?0", field(upload.creation, "Upload-Complete"));
    assertEquals(Integer.toString(PIECE), field(upload.creation, "Upload-Offset"));
    assertTrue(
        field(upload.creation, "Upload-Limit").matches("max-size=16777216, max-age=(20|19)"),
        field(upload.creation, "Upload-Limit"));
    assertEquals("no-store", field(upload.creation, "Cache-Control"));
    assertRecognized(upload.finish(AUDIO, PIECE, 64_000));
  }

  @Test
  void creationWithoutContent_andLastAppendWithoutContent_areAllRight() throws Exception {
    fixture = new Fixture();
    UploadClient upload = UploadClient.create(fixture, NOTHING);

    assertEquals(204, upload.append(0, AUDIO).statusCode());
    assertRecognized(upload.appendLast(AUDIO.length, NOTHING));
    assertHeardOnce(fixture.api.next());
  }

  @Test
  void creation_decidesWhatIsAskedAndHowItIsAnswered() throws Exception {
    fixture = new Fixture();
    HttpResponse<String> creation =
        fixture.postTo(
            "recognize?language=de-DE",
            part(AUDIO, 0, PIECE),
            "Content-Type",
            "audio/wav",
            "Accept",
            "text/plain",
            "Upload-Complete",
            "?0");

    HttpResponse<String> answer = UploadClient.of(fixture, creation).finish(AUDIO, PIECE, 64_000);

    assertEquals(StandInSpeechApi.WORDS, answer.body());
    assertTrue(fixture.api.next().query.startsWith("language=de-DE&"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?1", "?2", "0", "?0, ?0"})
  void postThatDoesNotSayThatMoreComes_isAnsweredAsEver(String complete) throws Exception {
    fixture = new Fixture();

    HttpResponse<String> answer =
        fixture.post(AUDIO, "Content-Type", "audio/wav", "Upload-Complete", complete);

    assertEquals(StandInSpeechApi.SUCCESS, answer.body());
    assertTrue(answer.headers().firstValue("Location").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7_999, 8_001})
  void appendAtAWrongOffset_is409WithTheRightOneAndDoesNoHarm(int offset) throws Exception {
    UploadClient upload = begin();

    HttpResponse<String> answer = upload.append(offset, part(AUDIO, 0, PIECE));

    RefusalsIT.assertProblem(
        409, "https://iana.org/assignments/http-problem-types#mismatching-upload-offset", answer);
    assertEquals(PIECE, Fixture.json(answer.body()).getInt("expected-offset"));
    assertEquals(offset, Fixture.json(answer.body()).getInt("provided-offset"));
    assertEquals(Integer.toString(PIECE), field(answer, "Upload-Offset"));
    assertEquals("?0", field(answer, "Upload-Complete"));
    assertRecognized(upload.finish(AUDIO, PIECE, PIECE));
    assertHeardOnce(fixture.api.next());
  }

  @ParameterizedTest
  @CsvSource({"false, true", "true, true", "false, false", "true, false"})
  void appendThatIsCutInTheMiddle_goesOnWithNothingLostOrDoubled(boolean reset, boolean async)
      throws Exception {
    UploadClient upload = begin(async ? new Deployment() : behindAFilterWithoutAsync());
    StandInSpeechApi.Received received = fixture.api.next();
    try (RawClient cut =
        upload.appendInTheMiddle(PIECE, 2 * PIECE, part(AUDIO, PIECE, PIECE + 5_000))) {
      assertTrue(received.awaitBytes(PIECE + 5_000, 20, TimeUnit.SECONDS));
      if (reset) {
        cut.reset();
      } else {
        cut.sayGoodbye();
      }

      HttpResponse<String> offset = upload.head();

      assertEquals(204, offset.statusCode());
      assertEquals(Integer.toString(PIECE + 5_000), field(offset, "Upload-Offset"));
      assertEquals("?0", field(offset, "Upload-Complete"));
      assertEquals("no-store", field(offset, "Cache-Control"));
      assertRecognized(upload.finish(AUDIO, PIECE + 5_000, PIECE));
      assertHeardOnce(received);
    }
  }

  @Test
  void appendWhileAnotherStillHangs_takesOverAndTheOtherIsTold() throws Exception {
    UploadClient upload = begin();
    StandInSpeechApi.Received received = fixture.api.next();
    try (RawClient hanging =
        upload.appendInTheMiddle(PIECE, 2 * PIECE, part(AUDIO, PIECE, PIECE + 5_000))) {
      assertTrue(received.awaitBytes(PIECE + 5_000, 20, TimeUnit.SECONDS));

      HttpResponse<String> answer = upload.finish(AUDIO, PIECE + 5_000, PIECE);

      RawClient.Answer told = hanging.readAnswer();
      assertEquals(409, told.status());
      assertTrue(told.body().contains("\"superseded\""), told.body());
      assertTrue(hanging.isClosedByServer());
      assertRecognized(answer);
      assertHeardOnce(received);
    }
  }

  @Test
  void lastAppendThatIsRepeated_getsTheSameAnswerAgain() throws Exception {
    UploadClient upload = begin();
    byte[] rest = part(AUDIO, PIECE, AUDIO.length);
    assertRecognized(upload.appendLast(PIECE, rest));
    fixture.assertNothingInFlight();

    assertRecognized(upload.appendLast(PIECE, rest));
    HttpResponse<String> offset = upload.head();
    assertEquals("?1", field(offset, "Upload-Complete"));
    assertEquals(Integer.toString(AUDIO.length), field(offset, "Upload-Offset"));
    assertEquals(Integer.toString(AUDIO.length), field(offset, "Upload-Length"));
    assertRecognized(upload.appendLast(AUDIO.length, NOTHING));
    fixture.api.next();
    assertTrue(fixture.api.sawNothing());
    assertEquals(
        1,
        Fixture.json(fixture.get("status").body())
            .getJsonObject("recognitions")
            .getInt("keptAnswers"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lastAppendThatIsRepeatedBeforeTheAnswer_getsItInTheOldOnesPlace(boolean async)
      throws Exception {
    UploadClient upload = begin(async ? new Deployment() : behindAFilterWithoutAsync());
    StandInSpeechApi.Received received = fixture.api.next();
    CountDownLatch repeated = new CountDownLatch(1);
    fixture.api.beforeSuccess(repeated::await);
    byte[] rest = part(AUDIO, PIECE, AUDIO.length);
    try (RawClient lost = upload.lastAppendInTheMiddle(PIECE, rest.length, rest)) {
      assertTrue(received.ended.await(20, TimeUnit.SECONDS));
      try (RawClient again = upload.lastAppendInTheMiddle(PIECE, rest.length, rest)) {
        assertEquals(409, lost.readAnswer().status());
        repeated.countDown();

        RawClient.Answer answer = again.readAnswer();
        assertEquals(200, answer.status());
        assertEquals(StandInSpeechApi.SUCCESS, answer.body());
        assertEquals("?1", answer.headers().get("Upload-Complete"));
      }
    }
    assertHeardOnce(received);
  }

  @Test
  void appendThatDoesNotSayHow_isRefusedAndDoesNoHarm() throws Exception {
    UploadClient upload = begin();
    String[] type = {"Content-Type", "application/partial-upload", "Upload-Token", upload.token};

    RefusalsIT.assertProblem(
        400, "invalid-append", upload.send("PATCH", NOTHING, with(type, "Upload-Complete", "?0")));
    RefusalsIT.assertProblem(
        400,
        "invalid-append",
        upload.send(
            "PATCH", NOTHING, with(type, "Upload-Offset", "8000", "Upload-Complete", "no")));
    RefusalsIT.assertProblem(
        400,
        "invalid-append",
        upload.send("PATCH", NOTHING, with(type, "Upload-Offset", "-1", "Upload-Complete", "?0")));
    type[1] = "audio/wav";
    HttpResponse<String> wrongType =
        upload.send("PATCH", NOTHING, with(type, "Upload-Offset", "8000", "Upload-Complete", "?0"));
    RefusalsIT.assertProblem(415, "about:blank", wrongType);
    assertEquals("application/partial-upload", field(wrongType, "Accept-Patch"));
    assertRecognized(upload.finish(AUDIO, PIECE, 64_000));
  }

  private static String[] with(String[] some, String... others) {
    String[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  @Test
  void lengthThatDoesNotAgree_is400AndDoesNoHarm() throws Exception {
    fixture = new Fixture();
    UploadClient upload =
        UploadClient.create(
            fixture, part(AUDIO, 0, PIECE), "Upload-Length", Integer.toString(AUDIO.length));

    HttpResponse<String> tooShort = upload.appendLast(PIECE, part(AUDIO, PIECE, PIECE + 10));

    RefusalsIT.assertProblem(
        400,
        "https://iana.org/assignments/http-problem-types#inconsistent-upload-length",
        tooShort);
    assertEquals(Integer.toString(AUDIO.length), field(upload.head(), "Upload-Length"));
    assertFalse(fixture.api.next().complete);
    assertRecognized(upload.finish(AUDIO, PIECE, 64_000));
  }
}
