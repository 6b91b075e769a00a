package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What comes too late, and what must not stay behind. */
class RecognitionEndTest extends RecognitionScenario {
  @Test
  void cancel_beforeTheStart_opensNothingThen() {
    recognition.cancel();
    recognition.start();
    assertEquals(0, credentials.asked());
  }

  @Test
  void cancel_whileACredentialIsAwaited_opensNothing() {
    CompletableFuture<CredentialSource.Credential> late = new CompletableFuture<>();
    credentials.next(() -> late);
    recognition.start();
    recognition.cancel();
    late.complete(new FakeCredentials.Token("late"));

    assertEquals(0, transport.count());
    assertEquals(List.of(), outcome.told());
  }

  @Test
  void cancel_whileARequestIsUnderWay_cutsItAndTellsNobody() {
    recognition.start();
    transport.last().events.agreed();
    give("one");
    recognition.cancel();

    assertTrue(transport.last().isCancelled());
    transport.last().takeAll();
    assertEquals("", received(transport.last()));
    transport.last().answer(200, HELLO);
    transport.last().events.lost(new SocketException());
    assertEquals(List.of("ready"), outcome.told());
  }

  @Test
  void cancel_duringThePauseBeforeARetry_opensNothing() {
    recognition.start();
    transport.last().answer(503, "");
    recognition.cancel();
    assertEquals(0, timers.pendingCount());
    timers.advance(TIMEOUT.multipliedBy(2));
    assertEquals(1, transport.count());
    assertEquals(List.of(), outcome.told());
  }

  @Test
  void cancel_afterTheTranscript_changesNothing() {
    recognition.start();
    transport.last().answer(200, HELLO);
    recognition.cancel();
    recognition.cancel();
    assertEquals(List.of("answered"), outcome.told());
  }

  @Test
  void cancel_insideTheListener_isHarmless() {
    Recognition[] own = new Recognition[1];
    RecordedOutcome told = new RecordedOutcome();
    own[0] =
        newRecognition(
            KEPT,
            credentials,
            new Recognition.Listener() {
              @Override
              public void ready() {
                told.ready();
                own[0].cancel();
              }

              @Override
              public void demand() {
                told.demand();
              }

              @Override
              public void answered(Transcript transcript) {
                told.answered(transcript);
              }

              @Override
              public void unauthorized(Throwable reason) {
                told.unauthorized(reason);
              }

              @Override
              public void failed(UpstreamException failure) {
                told.failed(failure);
              }
            });
    own[0].start();
    transport.last().events.agreed();
    transport.last().answer(200, HELLO);
    assertEquals(List.of("ready"), told.told());
  }

  @Test
  void eventsAlreadyOnTheirWay_whenItIsCancelled_areDropped() {
    recognition.start();
    executor.hold();
    transport.last().events.agreed();
    transport.last().answer(200, HELLO);
    recognition.cancel();
    executor.release();
    assertEquals(List.of(), outcome.told());
  }

  @Test
  void lateEvents_ofARequestThatWasGivenUp_areDropped() {
    recognition.start();
    transport.last().events.agreed();
    transport.last().answer(401, "");
    FakeTransport.Exchange first = transport.at(0);

    first.events.agreed();
    first.answer(200, HELLO);
    first.events.lost(new SocketException());

    assertEquals(List.of("ready"), outcome.told());
    assertFalse(transport.last().isCancelled());
    transport.last().answer(200, HELLO);
    assertEquals(List.of("ready", "answered"), outcome.told());
  }

  @Test
  void requestThatWasGivenUp_takesNoAudioFromTheNextOne() {
    recognition.start();
    transport.last().events.agreed();
    give("one two three");
    transport.last().take(4);
    transport.last().events.lost(new SocketException("Connection reset"));

    transport.at(0).takeAll();
    transport.last().take(3);
    transport.at(0).takeAll();
    transport.last().takeAll();

    assertEquals("one ", received(transport.at(0)));
    assertEquals("one two three", received(transport.last()));
  }

  @Test
  void twoLosses_ofOneRequest_countOnce() {
    recognition.start();
    FakeTransport.Exchange first = transport.last();
    first.events.lost(new SocketException("Connection reset"));
    first.events.lost(new SocketException("Connection reset"));
    assertEquals(2, transport.count());
    assertEquals(List.of(), outcome.told());
  }

  @Test
  void failure_releasesWhatWasKept() {
    recognition.start();
    transport.last().events.agreed();
    give(1000);
    assertTrue(budget.usedBytes() > 0);
    transport.last().answer(400, "");
    assertEquals(0, budget.usedBytes());
    give(1000);
    recognition.endOfAudio();
    assertEquals(0, budget.usedBytes());
    assertNotNull(outcome.failure());
  }

  @Test
  void replay_isExact_forBytesOfEveryValue() {
    byte[] audio = new byte[3 * ReplayBuffer.SEGMENT_BYTES + 17];
    new Random(7).nextBytes(audio);
    recognition.start();
    transport.last().events.agreed();
    recognition.audio(ByteBuffer.wrap(audio));
    transport.last().take(5_000);
    transport.last().answer(503, "");
    timers.advance(RETRY_PAUSE);
    recognition.endOfAudio();
    transport.last().takeAll();
    assertArrayEquals(audio, transport.last().received());
  }
}
