package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/** What goes wrong at the token endpoint on demand. */
final class TokenFaultsIT {

  private final RunningService service;

  TokenFaultsIT() throws Exception {
    service = new RunningService();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 502, 503, 504})
  void status_once_isAnsweredOnce(int status) throws Exception {
    service.faults().add(atStart(KnownAnswers.withStatus(status)).times(1));
    assertEquals(status, requestToken().statusCode());
    assertEquals(200, requestToken().statusCode());
  }

  @Test
  void throttled_withRetryAfter_sendsTheHeader() throws Exception {
    Answer throttled = KnownAnswers.throttled().withRetryAfter(Duration.ofSeconds(7));
    service.faults().add(atStart(throttled));
    HttpResponse<String> response = requestToken();
    assertEquals(429, response.statusCode());
    assertEquals("7", response.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void quotaUsedUp_tellsWhenItIsReplenished() throws Exception {
    Duration time = Duration.ofDays(3).plusHours(4).plusMinutes(5).plusSeconds(6);
    service.faults().add(atStart(KnownAnswers.quotaUsedUp(time)));
    HttpResponse<String> response = requestToken();
    assertEquals(403, response.statusCode());
    assertEquals(
        "{\"statusCode\":403,\"message\":\"Out of call volume quota. Quota will be replenished in"
            + " 3.04:05:06.\"}",
        response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no token at all"})
  void text_isAnsweredInsteadOfAToken(String body) throws Exception {
    service.faults().add(atStart(Answer.of(200, "text/plain", body)));
    HttpResponse<String> response = requestToken();
    assertEquals(200, response.statusCode());
    assertEquals(body, response.body());
  }

  @Test
  void down_forThreeMinutes_isUpAfterwards() throws Exception {
    service.faults().add(atStart(KnownAnswers.withStatus(503)).lasting(Duration.ofMinutes(3)));
    assertEquals(503, requestToken().statusCode());
    service.clock.advance(Duration.ofSeconds(179));
    assertEquals(503, requestToken().statusCode());
    service.clock.advance(Duration.ofSeconds(1));
    assertEquals(200, requestToken().statusCode());
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "BEFORE_ANSWER"})
  void stall_holdsTheAnswerBackUntilItsTimeHasPassed(Moment moment) throws Exception {
    service.faults().add(Fault.on(Target.TOKEN, moment, new Action.Stall(Duration.ofMinutes(1))));
    try (RawClient client = sendRequest()) {
      HandDelayer.Delayed stall = service.delayer.await();
      assertEquals(Duration.ofMinutes(1), stall.delay());
      assertFalse(client.hasAnswer());
      stall.letTimePass();
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
    }
  }

  @Test
  void stallInTheAnswer_sendsHalfOfTheTokenFirst() throws Exception {
    service
        .faults()
        .add(Fault.on(Target.TOKEN, Moment.IN_ANSWER, new Action.Stall(Duration.ofMinutes(1))));
    try (RawClient client = sendRequest()) {
      int length = contentLength(client.readHead());
      String half = client.read(length / 2);
      HandDelayer.Delayed stall = service.delayer.await();
      assertFalse(client.hasAnswer());
      stall.letTimePass();
      String token = half + client.read(length - length / 2);
      assertTrue(token.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"), token);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"START", "BEFORE_ANSWER"})
  void reset_sendsRstInsteadOfAnAnswer(Moment moment) throws Exception {
    service.faults().add(Fault.on(Target.TOKEN, moment, new Action.Reset()));
    try (RawClient client = sendRequest()) {
      assertThrows(SocketException.class, client::readHead);
    }
  }

  @Test
  void resetInTheAnswer_sendsHalfOfItAndRst() throws Exception {
    service.faults().add(Fault.on(Target.TOKEN, Moment.IN_ANSWER, new Action.Reset()));
    try (RawClient client = sendRequest()) {
      assertThrows(
          SocketException.class,
          () -> {
            client.readHead();
            client.readToEnd();
          });
    }
  }

  @Test
  void disconnectInTheAnswer_sendsHalfOfItAndFin() throws Exception {
    service.faults().add(Fault.on(Target.TOKEN, Moment.IN_ANSWER, new Action.Disconnect()));
    try (RawClient client = sendRequest()) {
      int length = contentLength(client.readHead());
      assertEquals(length / 2, client.readToEnd().length());
    }
  }

  @Test
  void disconnect_sendsNothingAndFin() throws Exception {
    service.faults().add(Fault.on(Target.TOKEN, Moment.START, new Action.Disconnect()));
    try (RawClient client = sendRequest()) {
      assertEquals("", client.readToEnd());
    }
  }

  @Test
  void garbage_sendsBytesThatAreNoHttp() throws Exception {
    service.faults().add(Fault.on(Target.TOKEN, Moment.BEFORE_ANSWER, new Action.Garbage()));
    try (RawClient client = sendRequest()) {
      assertTrue(client.readToEnd().startsWith("\u0001\u0002garbage"));
    }
  }

  private static Fault atStart(Answer answer) {
    return Fault.on(Target.TOKEN, Moment.START, new Action.Respond(answer));
  }

  private HttpResponse<String> requestToken() throws Exception {
    return service.send(service.tokenRequest("any").build());
  }

  private RawClient sendRequest() throws Exception {
    return service
        .connect()
        .sendHead(
            "POST /sts/v1.0/issueToken HTTP/1.1",
            "Host: local",
            "Ocp-Apim-Subscription-Key: any",
            "Content-Length: 0");
  }

  private static int contentLength(String head) {
    return Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
  }
}
