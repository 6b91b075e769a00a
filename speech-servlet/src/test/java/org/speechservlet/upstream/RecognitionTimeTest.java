package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.UpstreamException.Kind;

/** Whose turn it is, and for how long. */
class RecognitionTimeTest extends RecognitionScenario {
  @Test
  void silenceBeforeAgreement_timesOut() {
    recognition.start();
    timers.advance(ALMOST);
    assertEquals(List.of(), outcome.told());
    timers.advance(Duration.ofMillis(1));
    assertTimeout("did not take the request");
  }

  @Test
  void audioThatIsNotTaken_timesOut() {
    recognition.start();
    transport.last().events.agreed();
    timers.advance(Duration.ofSeconds(10));
    give("one");
    timers.advance(ALMOST);
    give("two");
    timers.advance(Duration.ofMillis(1));
    assertTimeout("took no audio");
  }

  @Test
  void audioThatIsTakenSlowly_doesNotTimeOut() {
    recognition.start();
    transport.last().events.agreed();
    give(ReplayBuffer.WINDOW_BYTES);
    for (int i = 0; i < 100; i++) {
      timers.advance(ALMOST);
      transport.last().take(1);
    }
    assertEquals(List.of("ready"), outcome.told());
  }

  @Test
  void silenceAfterTheAudio_timesOut() {
    recognition.start();
    transport.last().events.agreed();
    give("one");
    transport.last().takeAll();
    timers.advance(Duration.ofSeconds(10));
    recognition.endOfAudio();
    transport.last().takeAll();
    timers.advance(ALMOST);
    assertEquals(List.of("ready"), outcome.told());
    timers.advance(Duration.ofMillis(1));
    assertTimeout("gave no answer");
  }

  @Test
  void personWhoPauses_doesNotTimeOut() {
    recognition.start();
    transport.last().events.agreed();
    timers.advance(TIMEOUT.multipliedBy(5));
    give("one");
    transport.last().takeAll();
    timers.advance(TIMEOUT.multipliedBy(5));
    give("two");
    transport.last().takeAll();
    assertEquals(List.of("ready"), outcome.told());
  }

  @Test
  void pauseOfAPerson_isNotCountedAgainstWhatComesAfter() {
    recognition.start();
    transport.last().events.agreed();
    timers.advance(TIMEOUT.multipliedBy(2).minusSeconds(1));
    give("one");
    timers.advance(ALMOST);
    assertEquals(List.of("ready"), outcome.told());
    timers.advance(Duration.ofMillis(1));
    assertTimeout("took no audio");
  }

  @Test
  void retries_afterTheAudio_shareOneDeadline() {
    recognition.start();
    transport.last().events.agreed();
    give("one");
    recognition.endOfAudio();
    transport.last().takeAll();
    timers.advance(Duration.ofSeconds(20));
    transport.last().events.lost(new SocketException("Connection reset"));
    transport.last().events.agreed();
    transport.last().takeAll();
    timers.advance(Duration.ofSeconds(10));
    assertTimeout("gave no answer");
  }

  @Test
  void secondRequest_thatIsNeverTaken_timesOutAlthoughTheFirstWas() {
    recognition.start();
    transport.last().events.agreed();
    transport.last().answer(401, "");
    timers.advance(TIMEOUT);
    assertTimeout("did not take the request");
  }

  private void assertTimeout(String what) {
    assertEquals(Kind.TIMEOUT, outcome.failure().kind());
    assertTrue(outcome.failureMessage().contains(what), outcome::failureMessage);
    assertTrue(transport.last().isCancelled());
  }
}
