package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.UpstreamException.Kind;

/** What is written before any audio is, and what a peer can say to it. */
@Tag("no-container")
class RequestHeadIT {
  private final UpstreamRig rig;

  RequestHeadIT() throws Exception {
    rig = new UpstreamRig();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void head_hasWhatTheSpeechApiWants_andNothingElse() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    ScriptedConnection.Head head = connection.readHead();

    assertEquals("POST /speech?language=en-US&format=simple HTTP/1.1", head.requestLine());
    assertEquals(
        Stream.of(
                "Host: 127.0.0.1:" + rig.peer.port(),
                "Accept: application/json",
                "Authorization: Bearer token-0",
                "Connection: keep-alive",
                "Content-Type: audio/wav; codecs=audio/pcm; samplerate=16000",
                "Expect: 100-continue",
                "Transfer-Encoding: chunked",
                "User-Agent: speech-servlet",
                "X-ConnectionId: " + UpstreamRig.CONNECTION_ID)
            .sorted()
            .toList(),
        head.fields().stream().sorted().toList());
    dictation.cancel();
  }

  @Test
  void contentType_ofOpus_isSpelledAsDocumented() throws Exception {
    Dictation dictation = rig.dictate();
    rig.peer.accept().readHead();
    dictation.format(UpstreamFormat.OGG_OPUS);

    assertEquals(
        Optional.of("audio/ogg; codecs=opus"), rig.peer.accept().readHead().field("Content-Type"));
    dictation.cancel();
  }

  @Test
  void cookies_areNotKept() throws Exception {
    Dictation first = rig.dictate().say("one").end();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.agree();
    connection.readText();
    connection.answer(200, "{\"RecognitionStatus\":\"NoMatch\"}", "Set-Cookie: session=1; Path=/");
    first.outcome().awaitReady();
    first.outcome().awaitTranscript();

    Dictation second = rig.dictate();
    assertEquals(Optional.empty(), connection.readHead().field("Cookie"));
    second.cancel();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 413, 429, 500, 503})
  void refusalOfTheHead_costsNoAudio(int status) throws Exception {
    Dictation dictation = rig.dictate().say("secret words");
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.answer(status, "no", "Retry-After: 3600");

    dictation.outcome().awaitFailure();
    assertEquals("", connection.readText());
  }

  @Test
  void refusedCredential_isRenewedOnTheSameConnection_andCostsNoAudio() throws Exception {
    Dictation dictation = rig.dictate().say("audio").end();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.answer(401, "{\"error\":{\"code\":\"401\"}}");
    assertEquals("", connection.readText());

    assertEquals(Optional.of("Bearer token-1"), connection.readHead().field("Authorization"));
    connection.agree();
    assertEquals("audio", connection.readText());
    connection.answerText("Hello.");
    dictation.outcome().awaitReady();
    assertEquals("Hello.", dictation.outcome().awaitTranscript().displayText());
    assertEquals(1, rig.peer.connectionCount());
  }

  @Test
  void refusedCredential_withAChallenge_isNotAnsweredWithAPassword() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    for (int i = 0; i < 2; i++) {
      ScriptedConnection.Head head = connection.readHead();
      assertEquals(Optional.of("Bearer token-" + i), head.field("Authorization"));
      connection.answer(401, "", "WWW-Authenticate: Basic realm=\"x\", Bearer");
      connection.readText();
    }
    assertEquals(Kind.REFUSED, dictation.outcome().awaitFailure().kind());
  }

  @Test
  void refusedCredential_onAConnectionThatEnds_isRenewedOnAnotherOne() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection first = rig.peer.accept();
    first.readHead();
    first.answer(403, "", "Connection: close");
    first.close();

    ScriptedConnection second = rig.peer.accept();
    assertEquals(Optional.of("Bearer token-1"), second.readHead().field("Authorization"));
    dictation.cancel();
  }

  @Test
  void noAgreement_everGiven_audioFlowsAllTheSame() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    dictation.outcome().awaitReady();
    dictation.say("audio").end();

    assertEquals("audio", connection.readText());
    connection.answerText("Hello.");
    dictation.outcome().awaitTranscript();
  }

  @Test
  void lateAgreement_whileAudioFlows_isNoAnswer() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    dictation.outcome().awaitReady();
    dictation.say("one");
    assertEquals(
        "one", new String(connection.readChunk(), java.nio.charset.StandardCharsets.UTF_8));
    connection.agree();
    dictation.say("two").end();
    assertEquals("two", connection.readText());
    connection.answerText("Hello.");
    dictation.outcome().awaitTranscript();
  }

  @Test
  void otherInterimAnswers_areNoAgreement() throws Exception {
    Dictation dictation = rig.dictate().say("audio").end();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.send(
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
    connection.answer(400, "no");

    dictation.outcome().awaitFailure();
    assertEquals("", connection.readText());
  }

  @Test
  void switchOfProtocols_isRefused() throws Exception {
    Dictation dictation = rig.dictate();
    for (int i = 0; i < 2; i++) {
      ScriptedConnection connection = rig.peer.accept();
      connection.readHead();
      connection.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
      connection.awaitEnd();
    }
    UpstreamException failure = dictation.outcome().awaitFailure();
    assertTrue(String.valueOf(failure.getMessage()).contains("did not answer in HTTP"));
  }

  @Test
  void redirect_isNotFollowed_soThatTheCredentialStays() throws Exception {
    for (int status : List.of(301, 302, 303, 307, 308)) {
      try (ScriptedPeer elsewhere = new ScriptedPeer()) {
        Dictation dictation = rig.dictate();
        ScriptedConnection connection = rig.peer.accept();
        connection.readHead();
        connection.answer(status, "", "Location: " + elsewhere.uri("/speech"));

        UpstreamException failure = dictation.outcome().awaitFailure();
        assertTrue(String.valueOf(failure.getMessage()).contains("Redirects are not followed"));
        connection.awaitEnd();
        assertEquals(0, elsewhere.connectionCount());
      }
    }
  }

  @Test
  void answerToTheHeadAlone_isTaken() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.answerText("Prophecy.");

    assertTrue(dictation.outcome().awaitEnd() instanceof Transcript);
    connection.awaitEnd();
  }
}
