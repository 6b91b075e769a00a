package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.audio.TestAudio;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/** What goes wrong at the recognition endpoint on demand. */
final class RecognitionFaultsIT {

  private static final int SECOND = 16_000;
  private static final byte[] SPEECH = TestAudio.wav(TestAudio.sine(SECOND, 300, 8_000, SECOND));
  private static final Action STALL = new Action.Stall(Duration.ofMinutes(1));

  private final RunningService service;

  RecognitionFaultsIT() throws Exception {
    service = new RunningService();
    service.engine.willHear(new Transcript("words", List.of(), 1));
  }

  @AfterEach
  void close() {
    service.close();
    assertEquals(0, service.engine.lentCount(), "recognizers not given back");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503})
  void status_atTheStart_isAnsweredWithout100(int status) throws Exception {
    happen(Moment.START, respond(status));
    try (RawClient client = connect("Expect: 100-continue")) {
      assertTrue(client.readHead().startsWith("HTTP/1.1 " + status + " "));
    }
    assertEquals(0, service.engine.openedCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 408, 503})
  void status_inTheMiddle_isAnsweredBeforeTheUploadEnds(int status) throws Exception {
    happen(Moment.MIDDLE, respond(status));
    try (RawClient client = connect("Accept: */*").sendChunk(SPEECH)) {
      assertTrue(client.readHead().startsWith("HTTP/1.1 " + status + " "));
    }
  }

  @Test
  void unauthorized_afterTwoUsesOfAToken_refusesThatTokenOnly() throws Exception {
    service
        .faults()
        .add(Fault.on(Target.RECOGNITION, Moment.START, respond(401)).afterTokenUses(2));
    String first = service.token();
    assertEquals(200, recognizeWith(first));
    assertEquals(200, recognizeWith(first));
    assertEquals(401, recognizeWith(first));
    String second = service.token();
    assertEquals(200, recognizeWith(second));
    assertEquals(401, recognizeWith(first));
  }

  @Test
  void stallAtTheStart_holdsThe100Back() throws Exception {
    happen(Moment.START, STALL);
    try (RawClient client = connect("Expect: 100-continue")) {
      HandDelayer.Delayed stall = service.delayer.await();
      assertEquals(Duration.ofMinutes(1), stall.delay());
      assertFalse(client.hasAnswer());
      assertEquals(0, service.engine.openedCount());
      stall.letTimePass();
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", client.readHead());
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
    }
  }

  @Test
  void stallInTheMiddle_readsNoFurtherUntilItsTimeHasPassed() throws Exception {
    happen(Moment.MIDDLE, STALL);
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH);
      HandDelayer.Delayed stall = service.delayer.await();
      long heardBefore = service.engine.sampleCount();
      client.sendChunk(new byte[2 * SECOND]).sendChunk(new byte[0]);
      assertFalse(client.hasAnswer());
      assertEquals(heardBefore, service.engine.sampleCount());
      stall.letTimePass();
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
      assertEquals(2 * SECOND, service.engine.sampleCount());
    }
  }

  @Test
  void stallInTheMiddle_ofAShorterUpload_comesAtItsEnd() throws Exception {
    service
        .faults()
        .add(Fault.on(Target.RECOGNITION, Moment.MIDDLE, STALL).afterBodyBytes(10_000_000));
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      service.delayer.await().letTimePass();
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
    }
  }

  @Test
  void silence_acceptsAllAndAnswersNothing() throws Exception {
    happen(Moment.BEFORE_ANSWER, Action.Stall.forGood());
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      assertEquals(Duration.ofMinutes(10), service.delayer.await().delay());
      assertFalse(client.hasAnswer());
      assertEquals(SECOND, service.engine.sampleCount());
      assertEquals(0, service.engine.lentCount());
    }
  }

  @Test
  void stallInTheAnswer_sendsHalfOfItFirst() throws Exception {
    happen(Moment.IN_ANSWER, STALL);
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      client.readHead();
      HandDelayer.Delayed stall = service.delayer.await();
      String half = "{\"RecognitionStatus\":\"Success\",\"Offset";
      assertTrue(client.read(4 + half.length()).endsWith(half));
      stall.letTimePass();
      assertTrue(client.read(60).contains("Words."));
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void reset_sendsRst(Moment moment) throws Exception {
    happen(moment, new Action.Reset());
    try (RawClient client = connect("Accept: */*")) {
      assertThrows(
          SocketException.class,
          () -> {
            client.sendChunk(SPEECH).sendChunk(new byte[0]);
            client.readToEnd();
          });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "MIDDLE", "BEFORE_ANSWER"})
  void disconnect_sendsNothingAndFin(Moment moment) throws Exception {
    happen(moment, new Action.Disconnect());
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      assertEquals("", client.readToEnd());
    }
  }

  @Test
  void disconnectInTheAnswer_cutsTheChunkedBodyShort() throws Exception {
    happen(Moment.IN_ANSWER, new Action.Disconnect());
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
      String half = client.readToEnd();
      assertEquals("2A\r\n{\"RecognitionStatus\":\"Success\",\"Offset\":0,", half);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "MIDDLE", "BEFORE_ANSWER"})
  void garbage_sendsBytesThatAreNoHttp(Moment moment) throws Exception {
    happen(moment, new Action.Garbage());
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH).sendChunk(new byte[0]);
      assertTrue(client.readToEnd().startsWith("\u0001\u0002garbage"));
    }
  }

  @Test
  void answerEarly_answersWhatWasHeardAndReadsTheRest() throws Exception {
    happen(Moment.MIDDLE, new Action.AnswerEarly());
    try (RawClient client = connect("Accept: */*")) {
      client.sendChunk(SPEECH);
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
      assertEquals(0, service.engine.lentCount());
      for (int i = 0; i < 20; i++) {
        client.sendChunk(SPEECH);
      }
      client.sendChunk(new byte[0]);
      client.sendHead("GET /faults HTTP/1.1", "Host: local", "Connection: close");
      String rest = client.readToEnd();
      assertTrue(rest.contains("Words."), rest);
      assertTrue(rest.contains("HTTP/1.1 200 "), rest);
      assertTrue(service.engine.sampleCount() <= SECOND);
    }
  }

  @Test
  void secondFault_comesWhenTheFirstIsUsedUp() throws Exception {
    service.faults().add(Fault.on(Target.RECOGNITION, Moment.START, respond(503)).times(1));
    service
        .faults()
        .add(Fault.on(Target.RECOGNITION, Moment.START, respond(429)).afterRequests(1).times(1));
    assertEquals(503, recognize());
    assertEquals(200, recognize());
    assertEquals(429, recognize());
    assertEquals(200, recognize());
  }

  private void happen(Moment moment, Action action) {
    service.faults().add(Fault.on(Target.RECOGNITION, moment, action));
  }

  private static Action respond(int status) {
    return new Action.Respond(KnownAnswers.withStatus(status));
  }

  private RawClient connect(String header) throws Exception {
    return service
        .connect()
        .sendHead(
            "POST /speech/recognition/conversation/cognitiveservices/v1?language=en-US HTTP/1.1",
            "Host: local",
            "Ocp-Apim-Subscription-Key: any",
            "Content-Type: " + RunningService.WAV_TYPE,
            "Transfer-Encoding: chunked",
            header);
  }

  private int recognize() throws Exception {
    return service.send(service.recognition(SPEECH).build()).statusCode();
  }

  private int recognizeWith(String token) throws Exception {
    HttpRequest request =
        service
            .recognition("?language=en-US", SPEECH)
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response = service.send(request);
    return response.statusCode();
  }
}
