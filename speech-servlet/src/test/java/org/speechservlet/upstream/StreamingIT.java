package org.speechservlet.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.upstream.UpstreamException.Kind;

/** How audio flows to the peer, and how the flow ends. */
@Tag("no-container")
class StreamingIT {
  /** Far beyond what the sockets of both sides hold, the peer's being small. */
  private static final int MORE_THAN_SOCKETS_HOLD = 16 * 1024 * 1024;

  private static final int PIECE_BYTES = 8 * 1024;

  private final UpstreamRig rig;

  StreamingIT() throws Exception {
    rig = new UpstreamRig(ScriptedPeer.withSmallBuffer(4 * 1024));
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void eachPiece_reachesThePeer_beforeTheNextIsSpoken() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);

    for (String piece : new String[] {"one", "two", "three"}) {
      dictation.say(piece);
      assertEquals(piece, new String(connection.readChunk(), UTF_8));
    }
    dictation.end();
    assertEquals("", connection.readText());
    connection.answerText("One two three.");
    assertEquals("One two three.", dictation.outcome().awaitTranscript().displayText());
  }

  @Test
  void aMegabyte_underBackPressure_arrivesAsItWas() throws Exception {
    byte[] audio = new byte[1024 * 1024];
    new Random(1).nextBytes(audio);
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    Thread speaker =
        new Thread(
            () -> {
              try {
                speakAll(dictation, audio);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    speaker.start();

    byte[] received = connection.readBodyToEnd();
    speaker.join();
    connection.answerText("Long.");

    assertArrayEquals(audio, received);
    assertEquals("Long.", dictation.outcome().awaitTranscript().displayText());
  }

  @Test
  void noAudioAtAll_isAnEmptyBody() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    dictation.end();
    assertEquals("", connection.readText());
    connection.answer(200, "{\"RecognitionStatus\":\"InitialSilenceTimeout\",\"Offset\":0}");
    assertEquals(
        "InitialSilenceTimeout", dictation.outcome().awaitTranscript().recognitionStatus());
  }

  @Test
  void peerThatStopsReading_makesRoomEnd_andTimesOut() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);

    int given = speakUntilThereIsNoRoom(dictation);

    assertTrue(given < MORE_THAN_SOCKETS_HOLD, given + " bytes were taken");
    assertTrue(rig.client.replayBytes() <= 256 * 1024);
    assertTrue(dictation.outcome().isNothingTold());
    rig.timers.advance(UpstreamRig.RESPONSE_TIMEOUT);
    UpstreamException failure = dictation.outcome().awaitFailure();
    assertEquals(Kind.TIMEOUT, failure.kind());
    assertTrue(String.valueOf(failure.getMessage()).contains("took no audio"));
    connection.awaitEnd();
  }

  @Test
  void peerThatReadsAgain_makesRoomAgain() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    int given = speakUntilThereIsNoRoom(dictation);
    assertFalse(dictation.hasRoom());

    connection.readBody(given);

    dictation.outcome().awaitDemand();
    assertTrue(dictation.hasRoom());
    dictation.end();
    connection.readBodyToEnd();
    connection.answerText("Patient.");
    dictation.outcome().awaitTranscript();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 413})
  void answerBeforeTheEndOfTheAudio_isTaken_andTheConnectionEnds(int status) throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    dictation.say("one");
    connection.readChunk();
    connection.answer(status, "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"Early.\"}");

    assertTrue(
        status == 200
            ? dictation.outcome().awaitEnd() instanceof Transcript
            : dictation.outcome().awaitEnd() instanceof UpstreamException);
    rig.awaitNothingInUse();
    String rest = connection.awaitEnd();
    assertFalse(rest.endsWith("0\r\n\r\n") && status == 200, "a body that was cut looks complete");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 413})
  void answerBeforeTheEnd_ofAPeerThatClosesAtOnce_isTaken(int status) throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    dictation.say("one");
    connection.readChunk();
    connection.answer(
        status,
        "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"Early.\"}",
        "Connection: close");
    connection.endOutput();
    dictation.say("two").say("three");

    assertTrue(
        status == 200
            ? dictation.outcome().awaitEnd() instanceof Transcript
            : dictation.outcome().awaitEnd() instanceof UpstreamException);
  }

  @Test
  void earlyAnswer_ofAPeerThatNeverReads_leavesNoConnectionInUse() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    speakUntilThereIsNoRoom(dictation);
    connection.answer(413, "too much");

    dictation.outcome().awaitFailure();
    rig.awaitNothingInUse();
    connection.awaitEnd();
    assertEquals(0, rig.client.connections().available());
  }

  @Test
  void refusalInTheMiddle_replaysWhatWasSaid() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection first = agreed(dictation);
    dictation.say("one ");
    first.readChunk();
    first.answer(401, "expired");
    first.awaitEnd();
    dictation.say("two").end();

    ScriptedConnection second = rig.peer.accept();
    assertEquals("Bearer token-1", second.readHead().field("Authorization").orElseThrow());
    second.agree();
    assertEquals("one two", second.readText());
    second.answerText("One two.");
    dictation.outcome().awaitTranscript();
  }

  @Test
  void resetInTheMiddle_replaysWhatWasSaid() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection first = agreed(dictation);
    dictation.say("one ");
    first.readChunk();
    first.reset();
    dictation.say("two").end();

    ScriptedConnection second = rig.peer.accept();
    second.readHead();
    second.agree();
    assertEquals("one two", second.readText());
    second.answerText("One two.");
    dictation.outcome().awaitTranscript();
  }

  @Test
  void resetBeforeAgreement_isTriedOnceMore_andNotTwice() throws Exception {
    Dictation dictation = rig.dictate();
    for (int i = 0; i < 2; i++) {
      ScriptedConnection connection = rig.peer.accept();
      connection.readHead();
      connection.reset();
    }
    assertEquals(Kind.FAILED, dictation.outcome().awaitFailure().kind());
    assertEquals(2, rig.peer.connectionCount());
  }

  @Test
  void endInsteadOfAnAnswer_isTriedOnceMore() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection first = agreed(dictation);
    dictation.say("audio").end();
    first.readBodyToEnd();
    first.close();

    ScriptedConnection second = rig.peer.accept();
    second.readHead();
    second.agree();
    assertEquals("audio", second.readText());
    second.answerText("Hello.");
    dictation.outcome().awaitTranscript();
  }

  @Test
  void serviceThatIsBusy_isAskedAgainAfterThePauseThatItWants() throws Exception {
    Dictation dictation = rig.dictate().say("audio").end();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.answer(503, "", "Retry-After: 5");
    connection.readText();
    UpstreamRig.await("cleaning, watch and pause", () -> rig.timers.pendingCount() == 3);
    rig.timers.advance(Duration.ofSeconds(5));
    connection.readHead();
    connection.agree();
    assertEquals("audio", connection.readText());
    connection.answerText("Hello.");
    dictation.outcome().awaitReady();
    dictation.outcome().awaitTranscript();
  }

  @Test
  void cancel_beforeAgreement_endsTheConnectionWithoutAudio() throws Exception {
    Dictation dictation = rig.dictate().say("audio");
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    dictation.cancel();
    assertEquals("", connection.awaitEnd());
    assertTrue(dictation.outcome().isNothingTold());
  }

  @Test
  void cancel_inTheMiddle_endsTheConnection_andTheBodyDoesNotLookComplete() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    dictation.say("one");
    connection.readChunk();
    dictation.cancel();
    assertEquals("", connection.awaitEnd());
  }

  @Test
  void cancel_whileAnAnswerIsAwaited_endsTheConnection() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    dictation.say("one").end();
    connection.readBodyToEnd();
    dictation.cancel();
    assertEquals("", connection.awaitEnd());
    assertTrue(dictation.outcome().isNothingTold());
  }

  @Test
  void cancel_ofAPeerThatDoesNotRead_endsTheConnection() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = agreed(dictation);
    speakUntilThereIsNoRoom(dictation);
    dictation.cancel();
    rig.awaitNothingInUse();
    connection.awaitEnd();
  }

  private ScriptedConnection agreed(Dictation dictation) throws Exception {
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.agree();
    dictation.outcome().awaitReady();
    return connection;
  }

  /** Room ends for good once neither socket takes anything. */
  private static int speakUntilThereIsNoRoom(Dictation dictation) throws Exception {
    int given = 0;
    while (given < MORE_THAN_SOCKETS_HOLD && awaitsRoom(dictation)) {
      dictation.say(new byte[PIECE_BYTES]);
      given += PIECE_BYTES;
    }
    return given;
  }

  private static boolean awaitsRoom(Dictation dictation) throws Exception {
    return dictation.hasRoom() || dictation.outcome().isDemandToldWithin(Duration.ofSeconds(1));
  }

  private static void speakAll(Dictation dictation, byte[] audio) throws Exception {
    for (int from = 0; from < audio.length; from += PIECE_BYTES) {
      if (!dictation.hasRoom()) {
        dictation.outcome().awaitDemand();
      }
      dictation.say(Arrays.copyOfRange(audio, from, from + PIECE_BYTES));
    }
    dictation.end();
  }
}
