package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.upstream.RetryPolicy.Decision;
import org.speechservlet.upstream.RetryPolicy.GiveUp;
import org.speechservlet.upstream.RetryPolicy.Renew;
import org.speechservlet.upstream.RetryPolicy.Retry;
import org.speechservlet.upstream.RetryPolicy.Situation;

class RetryPolicyTest {
  private static final Duration LEFT = Duration.ofSeconds(30);
  private static final Situation FIRST = new Situation(0, 0, true, LEFT);
  private static final RandomGenerator RANDOM = new Random(1);

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusal_once_renewsTheCredential(int status) {
    assertInstanceOf(Renew.class, after(status, FIRST));
    assertInstanceOf(Renew.class, after(status, new Situation(0, 1, true, LEFT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusal_twice_givesUp(int status) {
    assertInstanceOf(GiveUp.class, after(status, new Situation(1, 0, true, LEFT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 407})
  void refusal_byAProxy_isNoReasonToRenew(int status) {
    Transport.Answer answer = new Transport.Answer(status, "", null, true);
    assertInstanceOf(GiveUp.class, RetryPolicy.afterAnswer(answer, null, FIRST, RANDOM));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void passingFailure_once_pausesABit(int status) {
    for (int i = 0; i < 100; i++) {
      Retry retry = assertInstanceOf(Retry.class, after(status, FIRST));
      assertTrue(retry.pause().compareTo(Duration.ofMillis(300)) >= 0, retry::toString);
      assertTrue(retry.pause().compareTo(Duration.ofMillis(600)) < 0, retry::toString);
    }
    assertInstanceOf(Retry.class, after(status, new Situation(1, 0, true, LEFT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void passingFailure_twice_givesUp(int status) {
    assertInstanceOf(GiveUp.class, after(status, new Situation(0, 1, true, LEFT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 400, 402, 404, 405, 408, 413, 415, 417, 501, 504, 599})
  void anyOtherStatus_givesUp(int status) {
    assertInstanceOf(GiveUp.class, after(status, FIRST));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 502, 503})
  void anyStatus_whenAudioIsNotHeld_givesUp(int status) {
    assertInstanceOf(GiveUp.class, after(status, new Situation(0, 0, false, LEFT)));
  }

  @Test
  void retryAfter_withinTheTimeLeft_isKeptTo() {
    assertEquals(new Retry(LEFT.minusNanos(1)), after(503, LEFT.minusNanos(1)));
    assertEquals(new Retry(Duration.ZERO), after(503, Duration.ZERO));
  }

  @Test
  void retryAfter_asLongAsTheTimeLeft_givesUp() {
    assertInstanceOf(GiveUp.class, after(503, LEFT));
    assertInstanceOf(GiveUp.class, after(429, Duration.ofDays(365)));
  }

  @Test
  void noTimeLeft_givesUp() {
    Situation late = new Situation(0, 0, true, Duration.ofMillis(-1));
    assertInstanceOf(GiveUp.class, after(503, late));
    assertInstanceOf(GiveUp.class, lost(new ConnectionClosedException(), late));
  }

  static Stream<Exception> lostConnections() {
    return Stream.of(
        new ConnectionClosedException(),
        new NoHttpResponseException("gone"),
        new SocketException("Connection reset"),
        new TruncatedChunkException("half"),
        new ProtocolException("half a head"),
        new IOException("Broken pipe"));
  }

  @ParameterizedTest
  @MethodSource("lostConnections")
  void lostConnection_once_isMadeAgainAtOnce(Exception cause) {
    assertEquals(new Retry(Duration.ZERO), lost(cause, FIRST));
    assertInstanceOf(GiveUp.class, lost(cause, new Situation(0, 1, true, LEFT)));
    assertInstanceOf(GiveUp.class, lost(cause, new Situation(0, 0, false, LEFT)));
  }

  @Test
  void refusedConnection_once_isTriedAgainInAMoment() {
    Retry retry = assertInstanceOf(Retry.class, lost(new ConnectException("refused"), FIRST));
    assertTrue(retry.pause().compareTo(Duration.ofMillis(300)) >= 0, retry::toString);
  }

  static Stream<Exception> lastingFailures() {
    return Stream.of(
        new UnknownHostException("nowhere.invalid"),
        new SSLHandshakeException("unable to find valid certification path"),
        new SocketTimeoutException(),
        new ConnectTimeoutException("slow", null),
        new ConnectionRequestTimeoutException("full"),
        new ContentTooLongException("too much"),
        new CancellationException(),
        new IllegalStateException("a defect"));
  }

  @ParameterizedTest
  @MethodSource("lastingFailures")
  void failureThatLasts_givesUp(Exception cause) {
    assertInstanceOf(GiveUp.class, lost(cause, FIRST));
  }

  private static Decision after(int status, Situation situation) {
    return RetryPolicy.afterAnswer(
        new Transport.Answer(status, "", null, false), null, situation, RANDOM);
  }

  private static Decision after(int status, Duration retryAfter) {
    return RetryPolicy.afterAnswer(
        new Transport.Answer(status, "", null, false), retryAfter, FIRST, RANDOM);
  }

  private static Decision lost(Exception cause, Situation situation) {
    return RetryPolicy.afterLoss(cause, situation, RANDOM);
  }
}
