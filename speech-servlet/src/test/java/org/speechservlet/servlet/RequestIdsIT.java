package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** One id joins what the browser is told, what the log says and what the Speech API gets. */
@NullUnmarked // each test starts what it needs
class RequestIdsIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private Fixture fixture;
  private LogCapture log;

  @BeforeEach
  void start() throws Exception {
    log = LogCapture.of(Recognitions.class);
    fixture = new Fixture(new Deployment());
  }

  @AfterEach
  void stop() {
    fixture.close();
    log.close();
  }

  private static String id(HttpResponse<String> answer) {
    return UploadClient.field(answer, "X-Request-Id");
  }

  private void assertLoggedOnce(String id) throws Exception {
    fixture.assertNothingInFlight();
    assertEquals(
        List.of(id + " Success"),
        log.messages().stream().map(line -> line.replaceFirst(" audio=.*", "")).toList());
  }

  @Test
  void oneRequest_hasOneId_inAnswerLogAndUpstream() throws Exception {
    HttpResponse<String> answer = fixture.post(Tone.wav(1), "Content-Type", "audio/wav");

    StandInSpeechApi.Received received = fixture.api.next();
    assertEquals(id(answer), received.headers.get("X-ConnectionId"));
    assertLoggedOnce(id(answer));
  }

  @Test
  void uploadInManyRequests_hasTheIdOfTheFirst_inEachAnswer() throws Exception {
    byte[] wav = Tone.wav(1);
    UploadClient client = UploadClient.create(fixture, UploadClient.part(wav, 0, 8000));
    String id = id(client.creation);
    HttpResponse<String> append = client.append(8000, UploadClient.part(wav, 8000, 16000));
    HttpResponse<String> head = client.head();
    HttpResponse<String> wrongOffset = client.append(0, new byte[10]);
    HttpResponse<String> last = client.finish(wav, 16000, 100_000);
    HttpResponse<String> repeated = client.finish(wav, 16000, 100_000);

    for (HttpResponse<String> answer : List.of(append, head, wrongOffset, last, repeated)) {
      assertEquals(id, id(answer), answer.toString());
    }
    assertEquals(409, wrongOffset.statusCode());
    assertTrue(wrongOffset.body().contains(id), wrongOffset.body());
    assertEquals(id, fixture.api.next().headers.get("X-ConnectionId"));
    fixture.assertNothingInFlight();
    assertTrue(log.messages().get(0).startsWith(id + " Success"), log.messages().toString());
    assertEquals(1, log.messages().size());
  }

  @Test
  void idsOfTheBrowser_areNotTaken_andNotPassedOn() throws Exception {
    HttpResponse<String> answer =
        fixture.post(
            Tone.wav(1),
            "Content-Type",
            "audio/wav",
            "X-Request-Id",
            "forged",
            "traceparent",
            TRACEPARENT,
            "tracestate",
            "vendor=1");

    StandInSpeechApi.Received received = fixture.api.next();
    assertFalse(id(answer).equals("forged"));
    assertFalse(received.headers.toString().contains("forged"));
    assertFalse(received.headers.containsKey("traceparent"));
    assertFalse(received.headers.containsKey("tracestate"));
  }

  @Test
  void traceOfTheSender_isInTheLog_ifItIsOne() throws Exception {
    fixture.post(Tone.wav(1), "Content-Type", "audio/wav", "traceparent", TRACEPARENT);
    fixture.post(Tone.wav(1), "Content-Type", "audio/wav", "traceparent", "00-forged-01");
    fixture.assertNothingInFlight();

    assertTrue(log.messages().get(0).endsWith(" status=200 trace=" + TRACE));
    assertTrue(log.messages().get(1).endsWith(" status=200"));
  }

  @Test
  void diagnosticContext_hasTheIdWhileALineIsWritten() throws Exception {
    List<String> contexts = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            contexts.add(String.valueOf(MDC.get("speechRequestId")));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(Recognitions.class.getName());
    logger.addHandler(handler);
    try {
      HttpResponse<String> answer = fixture.post(Tone.wav(1), "Content-Type", "audio/wav");
      fixture.assertNothingInFlight();
      assertEquals(List.of(id(answer)), contexts);
    } finally {
      logger.removeHandler(handler);
    }
  }
}
