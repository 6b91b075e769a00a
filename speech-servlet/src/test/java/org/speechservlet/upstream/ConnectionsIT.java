package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.UpstreamException.Kind;

/** Connections between recognitions: kept, closed, and not to be had. */
@Tag("no-container")
class ConnectionsIT {
  private static final int MAX_CONNECTIONS = 200;

  private final UpstreamRig rig;

  ConnectionsIT() throws Exception {
    rig =
        new UpstreamRig(
            new ScriptedPeer(), MAX_CONNECTIONS, null, SSLContexts.createSystemDefault());
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void connection_isUsedAgain() throws Exception {
    Dictation first = rig.dictate();
    ScriptedConnection connection = rig.succeedOn(rig.peer.accept(), first);
    for (int i = 0; i < 20; i++) {
      rig.succeedOn(connection, rig.dictate());
    }
    assertEquals(1, rig.peer.connectionCount());
  }

  @Test
  void connection_thatThePeerEnds_isNotUsedAgain() throws Exception {
    Dictation first = rig.dictate();
    ScriptedConnection connection = rig.peer.accept();
    connection.readHead();
    connection.agree();
    first.outcome().awaitReady();
    first.end();
    connection.readText();
    connection.answer(200, "{\"RecognitionStatus\":\"NoMatch\"}", "Connection: close");
    first.outcome().awaitTranscript();
    connection.awaitEnd();

    Dictation second = rig.dictate();
    rig.succeedOn(rig.peer.accept(), second);
  }

  @Test
  void connection_closedWhileItWasIdle_isReplacedUnnoticed() throws Exception {
    for (int i = 0; i < 50; i++) {
      Dictation dictation = rig.dictate();
      rig.succeedOn(rig.peer.accept(), dictation).close();
    }
  }

  @Test
  void connection_resetWhileItWasIdle_isReplacedUnnoticed() throws Exception {
    for (int i = 0; i < 50; i++) {
      Dictation dictation = rig.dictate();
      rig.succeedOn(rig.peer.accept(), dictation).reset();
    }
  }

  @Test
  void connection_closedWhenTheNextRequestIsOnIt_isReplacedUnnoticed() throws Exception {
    Dictation first = rig.dictate();
    ScriptedConnection connection = rig.succeedOn(rig.peer.accept(), first);
    Dictation second = rig.dictate();
    connection.readHead();
    connection.close();
    rig.succeedOn(rig.peer.accept(), second);
  }

  @Test
  void idleConnections_areNotClosedBeforeTheirTime() throws Exception {
    List<Dictation> dictations = new ArrayList<>();
    List<ScriptedConnection> connections = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      dictations.add(rig.dictate());
      connections.add(rig.peer.accept());
    }
    for (int i = 0; i < 3; i++) {
      finish(connections.get(i), dictations);
    }
    rig.awaitNothingInUse();
    assertEquals(3, rig.client.connections().available());

    rig.timers.advance(HttpTransport.MAX_IDLE.toDuration());
    assertEquals(3, rig.client.connections().available(), "their time is HttpClient's");
  }

  private static void finish(ScriptedConnection connection, List<Dictation> dictations)
      throws Exception {
    connection.readHead();
    connection.answer(400, "no");
    connection.readText();
    assertTrue(dictations.remove(0).outcome().awaitEnd() instanceof UpstreamException);
  }

  @Test
  void connections_allInUse_makeTheNextRecognitionWait() throws Exception {
    try (UpstreamRig single =
        new UpstreamRig(new ScriptedPeer(), 1, null, SSLContexts.createSystemDefault())) {
      Dictation first = single.dictate();
      ScriptedConnection connection = single.peer.accept();
      Dictation second = single.dictate();
      UpstreamRig.await("one waits", () -> single.client.connections().pending() == 1);

      single.succeedOn(connection, first);
      single.succeedOn(connection, second);
      assertEquals(1, single.peer.connectionCount());
    }
  }

  @Test
  void recognition_cancelledWhileItWaitsForAConnection_leavesTheConnectionToTheNext()
      throws Exception {
    try (UpstreamRig single =
        new UpstreamRig(new ScriptedPeer(), 1, null, SSLContexts.createSystemDefault())) {
      Dictation first = single.dictate();
      ScriptedConnection connection = single.peer.accept();
      Dictation waiting = single.dictate();
      UpstreamRig.await("one waits", () -> single.client.connections().pending() == 1);
      waiting.cancel();
      single.succeedOn(connection, first);
      single.awaitNothingInUse();

      Dictation last = single.dictate();
      single.succeedOn(single.peer.accept(), last);
      assertTrue(waiting.outcome().isNothingTold());
    }
  }

  @Test
  void twoHundredRecognitionsAtOnce_eachGetTheirOwnText() throws Exception {
    Thread acceptor = new Thread(this::serveAll, "accepting-peer");
    acceptor.setDaemon(true);
    acceptor.start();

    for (int round = 0; round < 2; round++) {
      List<Dictation> dictations = new ArrayList<>();
      for (int i = 0; i < MAX_CONNECTIONS; i++) {
        dictations.add(rig.dictate());
      }
      for (Dictation dictation : dictations) {
        dictation.outcome().awaitReady();
      }
      for (int piece = 0; piece < 3; piece++) {
        for (int i = 0; i < dictations.size(); i++) {
          dictations.get(i).say(i + "." + piece + " ");
        }
      }
      for (int i = 0; i < dictations.size(); i++) {
        dictations.get(i).end();
        assertEquals(
            "%d.0 %d.1 %d.2 ".formatted(i, i, i),
            dictations.get(i).outcome().awaitTranscript().displayText());
      }
    }
  }

  private void serveAll() {
    try {
      for (int i = 0; i < MAX_CONNECTIONS; i++) {
        ScriptedConnection connection = rig.peer.accept();
        Thread server = new Thread(() -> serve(connection), "serving-peer-" + i);
        server.setDaemon(true);
        server.start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(ScriptedConnection connection) {
    try {
      while (true) {
        connection.readHead();
        connection.agree();
        connection.answerText(connection.readText());
      }
    } catch (IOException e) {
      // The client has closed the connection: the test is over.
    }
  }

  @Test
  void nobodyListening_isToldWithTheRemedy() throws Exception {
    Dictation dictation =
        rig.dictateTo(URI.create("http://127.0.0.1:" + ScriptedPeer.deadPort() + "/speech"));
    UpstreamRig.await("cleaning, watch and pause", () -> rig.timers.pendingCount() == 3);
    rig.timers.advance(Duration.ofMillis(600));

    UpstreamException failure = dictation.outcome().awaitFailure();
    assertEquals(Kind.FAILED, failure.kind());
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("Connection refused"), message);
    assertTrue(message.contains("speech.proxy"), message);
  }

  @Test
  void unknownHost_isToldWithTheRemedy() throws Exception {
    Dictation dictation = rig.dictateTo(URI.create("http://nowhere.invalid/speech"));

    String message = String.valueOf(dictation.outcome().awaitFailure().getMessage());
    assertTrue(message.contains("nowhere.invalid"), message);
    assertTrue(message.contains("speech.region"), message);
  }
}
