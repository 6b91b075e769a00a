package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over TLS, as with the real service. */
@Tag("no-container")
class TlsIT {
  private final TestCertificate certificate;

  TlsIT(@TempDir Path folder) throws Exception {
    certificate = new TestCertificate(folder, "ip:127.0.0.1");
  }

  private UpstreamRig rig(SSLContext trusting) throws Exception {
    return new UpstreamRig(ScriptedPeer.withTls(certificate.owner()), 16, null, trusting);
  }

  @Test
  void knownCertificate_letsAudioFlow_onOneConnection() throws Exception {
    try (UpstreamRig rig = rig(certificate.trusting())) {
      Dictation first = rig.dictate();
      ScriptedConnection connection = rig.succeedOn(rig.peer.accept(), first);
      rig.succeedOn(connection, rig.dictate());
      assertEquals(1, rig.peer.connectionCount());
    }
  }

  @Test
  void refusedHead_isMendedOnTheSameConnection() throws Exception {
    try (UpstreamRig rig = rig(certificate.trusting())) {
      Dictation dictation = rig.dictate();
      ScriptedConnection connection = rig.peer.accept();
      connection.readHead();
      connection.answer(401, "expired");
      assertEquals("", connection.readText());
      rig.succeedOn(connection, dictation);
      assertEquals(1, rig.peer.connectionCount());
    }
  }

  @Test
  void noAgreement_everGiven_audioFlowsAllTheSame() throws Exception {
    try (UpstreamRig rig = rig(certificate.trusting())) {
      Dictation dictation = rig.dictate();
      ScriptedConnection connection = rig.peer.accept();
      connection.readHead();
      dictation.outcome().awaitReady();
      dictation.say("audio").end();
      assertEquals("audio", connection.readText());
      connection.answerText("Hello.");
      dictation.outcome().awaitTranscript();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 413})
  void answerBeforeTheEnd_ofAPeerThatClosesAtOnce_isTaken(int status) throws Exception {
    try (UpstreamRig rig = rig(certificate.trusting())) {
      Dictation dictation = rig.dictate();
      ScriptedConnection connection = rig.peer.accept();
      connection.readHead();
      connection.agree();
      dictation.outcome().awaitReady();
      dictation.say("one");
      connection.readChunk();
      connection.answer(status, "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"Early.\"}");
      connection.endOutput();
      dictation.say("two").say("three");

      assertTrue(
          status == 200
              ? dictation.outcome().awaitEnd() instanceof Transcript
              : dictation.outcome().awaitEnd() instanceof UpstreamException);
    }
  }

  @Test
  void cancel_endsTheConnection() throws Exception {
    try (UpstreamRig rig = rig(certificate.trusting())) {
      Dictation dictation = rig.dictate();
      ScriptedConnection connection = rig.peer.accept();
      connection.readHead();
      connection.agree();
      dictation.outcome().awaitReady();
      dictation.say("one");
      connection.readChunk();
      dictation.cancel();
      assertEquals("", connection.awaitEnd());
    }
  }

  @Test
  void cancel_duringTheHandshake_endsTheConnectionAfterIt() throws Exception {
    try (UpstreamRig rig = new UpstreamRig(new ScriptedPeer(), 16, null, certificate.trusting())) {
      Dictation dictation =
          rig.dictateTo(java.net.URI.create("https://127.0.0.1:" + rig.peer.port() + "/speech"));
      ScriptedConnection connection = rig.peer.accept();
      dictation.cancel();
      connection.startTls(certificate.owner().getSocketFactory());

      assertEquals("", connection.awaitEnd());
      rig.awaitNothingInUse();
    }
  }

  @Test
  void unknownCertificate_isToldWithTheRemedy_andNothingIsSent() throws Exception {
    try (UpstreamRig rig = rig(SSLContexts.createSystemDefault())) {
      Dictation dictation = rig.dictate();
      ScriptedConnection connection = rig.peer.accept();
      assertEquals("", connection.awaitEnd());

      String message = String.valueOf(dictation.outcome().awaitFailure().getMessage());
      assertTrue(message.contains("TLS with 127.0.0.1"), message);
      assertTrue(message.contains("trust store"), message);
      assertEquals(1, rig.peer.connectionCount());
    }
  }

  @Test
  void certificateOfAnotherHost_isNotAccepted(@TempDir Path folder) throws Exception {
    TestCertificate other = new TestCertificate(folder, "dns:elsewhere.example");
    try (UpstreamRig rig =
        new UpstreamRig(ScriptedPeer.withTls(other.owner()), 16, null, other.trusting())) {
      Dictation dictation = rig.dictate();
      assertEquals("", rig.peer.accept().awaitEnd());
      String message = String.valueOf(dictation.outcome().awaitFailure().getMessage());
      assertTrue(message.contains("TLS with 127.0.0.1"), message);
    }
  }

  @Test
  void peerThatSpeaksNoTls_isTold() throws Exception {
    try (UpstreamRig rig = new UpstreamRig(new ScriptedPeer(), 16, null, certificate.trusting())) {
      Dictation dictation =
          rig.dictateTo(java.net.URI.create("https://127.0.0.1:" + rig.peer.port() + "/speech"));
      ScriptedConnection connection = rig.peer.accept();
      connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");

      String message = String.valueOf(dictation.outcome().awaitFailure().getMessage());
      assertTrue(message.contains("TLS with 127.0.0.1"), message);
    }
  }
}
