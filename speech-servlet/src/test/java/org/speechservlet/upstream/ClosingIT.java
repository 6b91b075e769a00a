package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The end of an application: whatever is under way is told, and nothing stays behind. */
@Tag("no-container")
class ClosingIT {
  private final UpstreamRig rig;

  ClosingIT() throws Exception {
    rig = new UpstreamRig();
  }

  @AfterEach
  void close() throws Exception {
    rig.peer.close();
  }

  @Test
  void close_endsAllThreads() throws Exception {
    oneRecognition();
    List<Thread> threads = rig.threads();
    assertFalse(threads.isEmpty());

    rig.client.close();

    for (Thread thread : threads) {
      thread.join(ScriptedPeer.PATIENCE_SECONDS * 1_000L);
    }
    assertEquals(List.of(), rig.threads());
    assertEquals(0, rig.timers.pendingCount());
  }

  @Test
  void close_endsIdleConnections() throws Exception {
    ScriptedConnection connection = oneRecognition();
    rig.client.close();
    assertEquals("", connection.awaitEnd());
  }

  @Test
  void close_failsWhatIsUnderWay_inEveryPhase() throws Exception {
    Dictation unagreed = rig.dictate();
    ScriptedConnection first = rig.peer.accept();
    first.readHead();
    Dictation speaking = rig.dictate();
    ScriptedConnection second = rig.peer.accept();
    second.readHead();
    second.agree();
    speaking.outcome().awaitReady();
    speaking.say("one");
    second.readChunk();
    Dictation waiting = rig.dictate();
    ScriptedConnection third = rig.peer.accept();
    third.readHead();
    third.agree();
    waiting.outcome().awaitReady();
    waiting.say("one").end();
    third.readBodyToEnd();

    rig.client.close();

    for (Dictation dictation : List.of(unagreed, speaking, waiting)) {
      assertTrue(dictation.outcome().awaitEnd() instanceof UpstreamException);
    }
    for (ScriptedConnection connection : List.of(first, second, third)) {
      connection.awaitEnd();
    }
    assertEquals(0, rig.client.replayBytes());
    assertEquals(0, rig.timers.pendingCount());
  }

  @Test
  void close_rightAfterManyStarts_failsThemAll() throws Exception {
    List<Dictation> dictations = java.util.stream.Stream.generate(rig::dictate).limit(50).toList();
    rig.client.close();
    for (Dictation dictation : dictations) {
      assertTrue(dictation.outcome().awaitEnd() instanceof UpstreamException);
    }
    assertEquals(0, rig.timers.pendingCount());
  }

  @Test
  void recognition_afterTheClose_failsAtOnce() throws Exception {
    rig.client.close();
    Dictation dictation = rig.dictate();
    String message = String.valueOf(dictation.outcome().awaitFailure().getMessage());
    assertTrue(message.contains("is being stopped"), message);
  }

  private ScriptedConnection oneRecognition() throws Exception {
    Dictation dictation = rig.dictate();
    return rig.succeedOn(rig.peer.accept(), dictation);
  }

  @Test
  void close_twice_isHarmless() {
    rig.client.close();
    rig.client.close();
  }
}
