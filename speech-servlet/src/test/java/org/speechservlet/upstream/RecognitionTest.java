package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.UpstreamException.Kind;

/** From the start to the transcript, and the format and the flow of the audio. */
class RecognitionTest extends RecognitionScenario {
  @Test
  void start_withCredential_opensTheRequest() {
    recognition.start();

    Transport.Head head = transport.last().head;
    assertEquals(REQUEST.uri(), head.uri());
    assertEquals(REQUEST.connectionId(), head.connectionId());
    assertEquals("audio/wav; codecs=audio/pcm; samplerate=16000", head.contentType());
    assertEquals(new FakeCredentials.Token("token-0"), head.credential());
    assertEquals(List.of(), outcome.told());
  }

  @Test
  void agreement_isTold_andAudioFlowsToTheTranscript() {
    recognition.start();
    transport.last().events.agreed();
    assertEquals(List.of("ready"), outcome.told());

    give("one ");
    transport.last().takeAll();
    give("two");
    recognition.endOfAudio();
    transport.last().takeAll();

    assertEquals("one two", received(transport.last()));
    assertTrue(transport.last().isAudioEnded());
    transport.last().answer(200, HELLO);
    assertEquals(List.of("ready", "answered"), outcome.told());
    assertEquals("Hello.", outcome.transcript().displayText());
  }

  @Test
  void audio_andItsEnd_wakeTheExchange() {
    recognition.start();
    give("one");
    int afterAudio = transport.last().wakeUps();
    recognition.endOfAudio();

    assertTrue(afterAudio > 0);
    assertTrue(transport.last().wakeUps() > afterAudio);
  }

  @Test
  void answer_beforeTheEndOfTheAudio_isTaken() {
    recognition.start();
    transport.last().events.agreed();
    give("one");
    transport.last().answer(200, HELLO);

    assertEquals(List.of("ready", "answered"), outcome.told());
    give("more");
    recognition.endOfAudio();
    assertEquals(List.of("ready", "answered"), outcome.told());
  }

  @Test
  void answer200_thatIsNoTranscript_fails() {
    recognition.start();
    transport.last().answer(200, "<html>proxy</html>");

    assertEquals(Kind.FAILED, outcome.failure().kind());
    assertTrue(outcome.failureMessage().contains("<html>proxy</html>"));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 400, 404, 413, 504})
  void anotherStatus_fails(int status) {
    recognition.start();
    transport.last().answer(status, "");

    assertEquals(List.of("failed"), outcome.told());
    assertEquals(1, transport.count());
  }

  @Test
  void timeToFirstByte_isFromTheStartToTheFirstSending() {
    recognition.start();
    assertNull(recognition.timeToFirstByte());
    timers.advance(Duration.ofMillis(120));
    transport.last().events.agreed();
    give("one");
    transport.last().takeAll();
    timers.advance(Duration.ofMillis(500));
    give("two");
    transport.last().takeAll();

    assertEquals(Duration.ofMillis(120), recognition.timeToFirstByte());
  }

  @Test
  void start_twice_opensOneRequest() {
    recognition.start();
    recognition.start();
    assertEquals(1, transport.count());
  }

  @Test
  void format_asExpected_changesNothing() {
    recognition.start();
    recognition.format(UpstreamFormat.WAV_PCM_16K);
    assertEquals(1, transport.count());
    assertFalse(transport.last().isCancelled());
  }

  @Test
  void format_otherwise_opensTheRequestAnew() {
    recognition.start();
    transport.last().events.agreed();
    recognition.format(UpstreamFormat.OGG_OPUS);
    give("OggS");

    assertTrue(transport.at(0).isCancelled());
    assertEquals(2, transport.count());
    assertEquals("audio/ogg; codecs=opus", transport.last().head.contentType());
    transport.at(0).takeAll();
    assertEquals("", received(transport.at(0)), "the first request gets no audio");
    transport.last().events.agreed();
    transport.last().takeAll();
    assertEquals("OggS", received(transport.last()));
    assertEquals(List.of("ready"), outcome.told());
    assertEquals(1, credentials.asked());
  }

  @Test
  void format_whileACredentialIsAwaited_countsForTheRequest() {
    CompletableFuture<CredentialSource.Credential> late = new CompletableFuture<>();
    credentials.next(() -> late);
    recognition.start();
    recognition.format(UpstreamFormat.OGG_OPUS);
    late.complete(new FakeCredentials.Token("late"));

    assertEquals(1, transport.count());
    assertEquals("audio/ogg; codecs=opus", transport.last().head.contentType());
  }

  @Test
  void format_afterTheEnd_opensNothing() {
    recognition.start();
    recognition.cancel();
    recognition.format(UpstreamFormat.OGG_OPUS);
    assertEquals(1, transport.count());
  }

  @Test
  void hasRoom_endsWithAFullWindow_andDemandTellsOfMore() {
    recognition.start();
    transport.last().events.agreed();
    assertTrue(recognition.hasRoom());
    give(ReplayBuffer.WINDOW_BYTES);
    assertFalse(recognition.hasRoom());

    transport.last().take(1);
    assertEquals(List.of("ready", "demand"), outcome.told());
    transport.last().take(1);
    assertEquals(List.of("ready", "demand"), outcome.told(), "told once");
  }

  @Test
  void demand_isNotTold_whenNobodyAskedForRoom() {
    recognition.start();
    transport.last().events.agreed();
    give(ReplayBuffer.WINDOW_BYTES);
    transport.last().takeAll();
    assertEquals(List.of("ready"), outcome.told());
  }

  @Test
  void demand_isTold_onlyOnceThereIsRoom() {
    recognition.start();
    transport.last().events.agreed();
    give(ReplayBuffer.WINDOW_BYTES + 100);
    assertFalse(recognition.hasRoom());
    transport.last().take(100);
    assertEquals(List.of("ready"), outcome.told());
    transport.last().take(1);
    assertEquals(List.of("ready", "demand"), outcome.told());
  }

  @Test
  void hasRoom_duringAReplay_waitsForWhatIsSentAgain() {
    recognition.start();
    transport.last().events.agreed();
    give(KEPT);
    transport.last().takeAll();
    assertTrue(recognition.hasRoom());
    transport.last().events.lost(new SocketException("Connection reset"));
    assertFalse(recognition.hasRoom());

    transport.last().takeAll();
    assertEquals(List.of("ready", "demand"), outcome.told());
    assertTrue(recognition.hasRoom());
  }

  @Test
  void hasRoom_afterTheEnd_isTrue() {
    recognition.start();
    give(ReplayBuffer.WINDOW_BYTES);
    recognition.cancel();
    assertTrue(recognition.hasRoom());
  }
}
