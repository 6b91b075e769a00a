package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.local.audio.Failures.messageOf;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.speechservlet.local.audio.TestAudio;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

final class LifecycleIT {

  private static final byte[] SPEECH = TestAudio.wav(TestAudio.sine(16_000, 300, 8_000, 16_000));

  @Test
  void close_idle_leavesNoThreadNoSocketNoEngine() throws Exception {
    RunningService service = new RunningService();
    service.token();
    URI uri = service.tokenUri();
    service.close();
    assertEquals(List.of(), threads());
    assertThrows(ConnectException.class, () -> new RawClient(uri).close());
    assertTrue(service.engine.isClosed());
  }

  @Test
  void close_twice_isHarmless() throws Exception {
    RunningService service = new RunningService();
    service.close();
    service.close();
  }

  @Test
  void close_whileAClientSends_cutsItAndGivesTheRecognizerBack() throws Exception {
    RunningService service = new RunningService();
    CountDownLatch accepted = new CountDownLatch(1);
    service.engine.onAccept(accepted::countDown);
    try (RawClient client = connect(service).sendChunk(SPEECH)) {
      assertTrue(accepted.await(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      service.close();
      assertEnded(client);
    }
    assertEquals(0, service.engine.lentCount());
    assertEquals(List.of(), threads());
  }

  @Test
  void close_whileAFaultStalls_cutsTheConnection() throws Exception {
    RunningService service = new RunningService();
    service.faults().add(Fault.on(Target.RECOGNITION, Moment.MIDDLE, Action.Stall.forGood()));
    try (RawClient client = connect(service).sendChunk(SPEECH)) {
      service.delayer.await();
      service.close();
      assertEnded(client);
    }
    assertEquals(0, service.engine.lentCount());
    assertEquals(List.of(), threads());
  }

  @Test
  void close_whileTheEngineIsStuck_interruptsIt() throws Exception {
    RunningService service = new RunningService();
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    service.engine.onAccept(() -> waitToBeInterrupted(stuck, interrupted));
    try (LogCapture log = new LogCapture(SpeechListener.class);
        RawClient client = connect(service).sendChunk(SPEECH)) {
      assertTrue(stuck.await(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      service.close();
      assertTrue(interrupted.await(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      assertTrue(log.await().contains("The recognizer failed"));
      assertEnded(client);
    }
    assertEquals(List.of(), threads());
  }

  @Test
  void start_onAPortInUse_saysWhichAndLeavesNothing() throws Exception {
    try (RunningService first = new RunningService()) {
      int port = first.tokenUri().getPort();
      ScriptedEngine engine = new ScriptedEngine(1);
      List<String> before = threads();
      String message =
          messageOf(
              IOException.class,
              () -> LocalSpeechService.start(LocalSpeechOptions.defaults().withPort(port), engine));
      assertTrue(message.contains("127.0.0.1:" + port), message);
      assertFalse(engine.isClosed());
      assertEquals(before.size(), threads().size());
    }
  }

  @Test
  void realDelay_passesByItself() throws Exception {
    try (LocalSpeechService service =
            LocalSpeechService.start(LocalSpeechOptions.defaults(), new ScriptedEngine(1));
        RawClient client = new RawClient(service.tokenUri())) {
      service
          .faults()
          .add(Fault.on(Target.TOKEN, Moment.START, new Action.Stall(Duration.ofMillis(1))));
      client.sendHead(
          "POST /sts/v1.0/issueToken HTTP/1.1",
          "Host: local",
          "Ocp-Apim-Subscription-Key: any",
          "Content-Length: 0");
      assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
    }
  }

  private static void waitToBeInterrupted(CountDownLatch stuck, CountDownLatch interrupted) {
    stuck.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void assertEnded(RawClient client) {
    try {
      assertEquals("", client.readToEnd());
    } catch (IOException reset) {
      assertTrue(String.valueOf(reset.getMessage()).contains("reset"), reset.toString());
    }
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("local-speech"))
        .toList();
  }

  private static RawClient connect(RunningService service) throws Exception {
    return service
        .connect()
        .sendHead(
            "POST /speech/recognition/conversation/cognitiveservices/v1?language=en-US HTTP/1.1",
            "Host: local",
            "Ocp-Apim-Subscription-Key: any",
            "Content-Type: " + RunningService.WAV_TYPE,
            "Transfer-Encoding: chunked");
  }
}
