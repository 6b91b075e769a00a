package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.upstream.UpstreamException.Kind;

/** A peer that answers in a way of its own. */
@Tag("no-container")
class BrokenAnswersIT {
  private static final String HELLO =
      "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"Hello.\"}";

  private final UpstreamRig rig;

  BrokenAnswersIT() throws Exception {
    rig = new UpstreamRig();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void answerWithoutLength_endsWithTheConnection() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = heard(dictation);
    connection.send("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + HELLO);
    connection.endOutput();

    assertEquals("Hello.", dictation.outcome().awaitTranscript().displayText());
    connection.awaitEnd();
  }

  @Test
  void answerInChunks_isPutTogether() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = heard(dictation);
    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < HELLO.length(); i++) {
      connection.send("1\r\n" + HELLO.charAt(i) + "\r\n");
    }
    connection.send("0\r\nTrailer: yes\r\n\r\n");

    assertEquals(HELLO, dictation.outcome().awaitTranscript().json());
  }

  @Test
  void answerInUtf8_isReadAsThat_whateverItSays() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = heard(dictation);
    connection.answer(
        200,
        HELLO.replace("Hello", "Gr\u00fc\u00dfe"),
        "Content-Type: text/plain; charset=iso-8859-1");
    assertEquals("Gr\u00fc\u00dfe.", dictation.outcome().awaitTranscript().displayText());
  }

  @Test
  void answerWithALoginPage_isQuoted() throws Exception {
    Dictation dictation = rig.dictate();
    heard(dictation).answer(200, "<html>Please log in</html>", "Content-Type: text/html");

    String message = message(dictation);
    assertTrue(message.contains("<html>Please log in</html>"), message);
    assertTrue(message.contains("speech.recognition-uri"), message);
  }

  @Test
  void answerWithoutBody_fails() throws Exception {
    Dictation dictation = rig.dictate();
    heard(dictation).answer(200, "");
    assertTrue(message(dictation).contains("0 characters"));
  }

  @Test
  void answer204_fails() throws Exception {
    Dictation dictation = rig.dictate();
    heard(dictation).send("HTTP/1.1 204 No Content\r\n\r\n");
    assertTrue(message(dictation).contains("answered HTTP 204"));
  }

  @Test
  void answerThatIsTooLong_isGivenUp() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = heard(dictation);
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
    try {
      for (int i = 0; i < 100; i++) {
        connection.send("x".repeat(Transport.MAX_ANSWER_BYTES / 10));
      }
    } catch (IOException e) {
      // The client has closed the connection: that is what is wanted.
    }

    assertTrue(message(dictation).contains("sent too much"));
    connection.awaitEnd();
  }

  @Test
  void answerOfTheLargestSize_isTaken() throws Exception {
    int room = Transport.MAX_ANSWER_BYTES - HELLO.length();
    String large = HELLO.replace("Hello.", "Hello." + "x".repeat(room));
    assertEquals(Transport.MAX_ANSWER_BYTES, large.length());
    Dictation dictation = rig.dictate();
    heard(dictation).answer(200, large);
    assertEquals(large, dictation.outcome().awaitTranscript().json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"Recogn",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"Rec",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Recogn",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 20",
        ""
      })
  void answerThatIsCut_isAskedForOnceMore(String half) throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection first = heard(dictation);
    first.send(half);
    first.close();

    ScriptedConnection second = rig.peer.accept();
    second.readHead();
    second.agree();
    assertEquals("audio", second.readText());
    second.answerText("Hello.");
    assertEquals("Hello.", dictation.outcome().awaitTranscript().displayText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 99 Odd\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "\u0000\u0001\u0002\u0003\r\n\r\n"
      })
  void garbage_endsInAFailure_notInAHang(String garbage) throws Exception {
    Dictation dictation = rig.dictate();
    Thread peer = new Thread(() -> babble(garbage), "babbling-peer");
    peer.setDaemon(true);
    peer.start();

    UpstreamException failure =
        assertInstanceOf(UpstreamException.class, dictation.outcome().awaitEnd());
    assertEquals(Kind.FAILED, failure.kind());
  }

  @Test
  void requestSentBack_doesNotShowTheCredential() throws Exception {
    Dictation dictation = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    ScriptedConnection.Head head = connection.readHead();
    connection.answer(400, head.requestLine() + "\r\n" + String.join("\r\n", head.fields()));

    String message = message(dictation);
    assertTrue(message.contains("Authorization: <credential>"), message);
    assertFalse(message.contains("token-0"), message);
  }

  @Test
  void twoAnswersInOne_doNotMixWithTheNextRecognition() throws Exception {
    Dictation first = rig.dictate();
    ScriptedConnection connection = heard(first);
    connection.send(
        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%sHTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(HELLO.length(), HELLO, HELLO.length(), HELLO.replace("Hello", "Other")));
    assertEquals("Hello.", first.outcome().awaitTranscript().displayText());

    Dictation second = rig.dictate();
    ScriptedConnection fresh = rig.peer.accept();
    rig.succeedOn(fresh, second);
  }

  private void babble(String garbage) {
    try {
      while (true) {
        ScriptedConnection connection = rig.peer.accept();
        connection.readHead();
        connection.send(garbage);
        connection.endOutput();
      }
    } catch (IOException | InterruptedException | AssertionError e) {
      // Nobody comes any more: the test is over.
    }
  }

  private static String message(Dictation dictation) throws InterruptedException {
    return String.valueOf(dictation.outcome().awaitFailure().getMessage());
  }

  /** The peer has agreed and has heard everything. */
  private ScriptedConnection heard(Dictation dictation) throws Exception {
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.agree();
    dictation.outcome().awaitReady();
    dictation.say("audio").end();
    assertEquals("audio", connection.readText());
    return connection;
  }
}
