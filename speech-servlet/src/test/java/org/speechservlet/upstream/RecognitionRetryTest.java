package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.upstream.UpstreamException.Kind;

class RecognitionRetryTest extends RecognitionScenario {
  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void passingFailure_pausesAndSendsAgain(int status) {
    recognition.start();
    transport.last().events.agreed();
    give("one");
    transport.last().takeAll();
    transport.last().answer(status, "");
    assertEquals(1, transport.count());
    assertTrue(transport.last().isCancelled());

    timers.advance(RETRY_PAUSE);

    assertEquals(2, transport.count());
    transport.last().takeAll();
    assertEquals("one", received(transport.last()));
    transport.last().answer(200, HELLO);
    assertEquals(List.of("ready", "answered"), outcome.told());
  }

  @Test
  void passingFailure_twice_fails() {
    recognition.start();
    transport.last().answer(503, "");
    timers.advance(RETRY_PAUSE);
    transport.last().answer(503, "busy");

    assertEquals(Kind.FAILED, outcome.failure().kind());
    assertEquals(2, transport.count());
  }

  @Test
  void passingFailure_thenRefusal_bothAreMended() {
    recognition.start();
    transport.last().answer(503, "");
    timers.advance(RETRY_PAUSE);
    transport.last().answer(401, "");
    transport.last().answer(200, HELLO);

    assertEquals(List.of("answered"), outcome.told());
    assertEquals(3, transport.count());
  }

  @Test
  void retry_asksForACredentialAgain() {
    recognition.start();
    transport.last().events.lost(new SocketException("Connection reset"));
    assertEquals(2, credentials.asked());
  }

  @Test
  void retryAfter_withinTheDeadline_isKeptTo() {
    recognition.start();
    transport.last().answer(429, "", "20");
    timers.advance(Duration.ofSeconds(20).minusNanos(1));
    assertEquals(1, transport.count());
    timers.advance(Duration.ofNanos(1));
    assertEquals(2, transport.count());
  }

  @Test
  void retryAfter_beyondTheDeadline_failsAtOnceAndPassesItOn() {
    recognition.start();
    transport.last().answer(429, "", "60");

    assertEquals(Kind.OVERLOADED, outcome.failure().kind());
    assertEquals(Duration.ofSeconds(60), outcome.failure().retryAfter());
    assertEquals(1, transport.count());
  }

  @Test
  void connectionLost_beforeAgreement_isMadeAgainAtOnce() {
    recognition.start();
    transport.last().events.lost(new SocketException("Connection reset"));

    assertEquals(2, transport.count());
    transport.last().events.agreed();
    assertEquals(List.of("ready"), outcome.told());
  }

  @Test
  void connectionLost_afterAudioThatIsHeld_replaysIt() {
    recognition.start();
    transport.last().events.agreed();
    give("one two");
    recognition.endOfAudio();
    transport.last().take(3);
    transport.last().events.lost(new SocketException("Connection reset"));

    transport.last().takeAll();
    assertEquals("one two", received(transport.last()));
    assertTrue(transport.last().isAudioEnded());
  }

  @Test
  void connectionLost_afterMoreAudioThanIsHeld_fails() {
    recognition.start();
    transport.last().events.agreed();
    streamBeyondWhatIsKept();
    transport.last().events.lost(new SocketException("Connection reset"));

    assertEquals(Kind.FAILED, outcome.failure().kind());
    assertEquals(1, transport.count());
  }

  @Test
  void connectionLost_withNoReplayAllowed_isMadeAgainOnlyWhileNothingWasSent() {
    Recognition none = newRecognition(0);
    none.start();
    transport.last().events.agreed();
    none.audio(ByteBuffer.allocate(ReplayBuffer.SEGMENT_BYTES));
    transport.last().events.lost(new SocketException("Connection reset"));
    assertEquals(2, transport.count(), "nothing was sent");

    transport.last().events.agreed();
    transport.last().takeAll();
    transport.last().answer(401, "");
    assertEquals(List.of("ready", "failed"), outcome.told());
  }

  @Test
  void connectionLost_twice_fails() {
    recognition.start();
    transport.last().events.lost(new SocketException("Connection reset"));
    transport.last().events.lost(new SocketException("Connection reset"));
    assertEquals(List.of("failed"), outcome.told());
  }

  @Test
  void connectionRefused_isTriedAgainInAMoment() {
    recognition.start();
    transport.last().events.lost(new ConnectException("Connection refused"));
    assertEquals(1, transport.count());
    timers.advance(RETRY_PAUSE);
    assertEquals(2, transport.count());
  }

  @Test
  void hostUnknown_failsAtOnce() {
    recognition.start();
    transport.last().events.lost(new UnknownHostException("region.example"));
    assertTrue(outcome.failureMessage().contains("speech.region"));
  }

  @Test
  void connectionLost_whileAPersonPausesForLong_isStillMadeAgain() {
    recognition.start();
    transport.last().events.agreed();
    give("one");
    transport.last().takeAll();
    timers.advance(TIMEOUT.multipliedBy(3));
    transport.last().events.lost(new SocketException("Connection reset"));
    assertEquals(2, transport.count());

    timers.advance(ALMOST);
    assertEquals(List.of("ready"), outcome.told());
    transport.last().events.agreed();
    transport.last().takeAll();
    transport.last().answer(200, HELLO);
    assertEquals(List.of("ready", "answered"), outcome.told());
  }

  @Test
  void transport_thatThrows_fails() {
    transport.failWith(new IllegalStateException("closed"));
    recognition.start();

    assertEquals(Kind.FAILED, outcome.failure().kind());
    assertTrue(outcome.failureMessage().contains("closed"));
  }
}
