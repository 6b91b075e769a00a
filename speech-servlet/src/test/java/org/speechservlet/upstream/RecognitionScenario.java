package org.speechservlet.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.speechservlet.audio.UpstreamFormat;

/**
 * One recognition with everything around it in the test's hand. Extended by the tests, each of one
 * side of a recognition; after each of them nothing may be left.
 */
abstract class RecognitionScenario {
  static final Duration TIMEOUT = Duration.ofSeconds(30);
  static final Duration ALMOST = TIMEOUT.minusMillis(1);
  static final Duration RETRY_PAUSE = Duration.ofMillis(600);
  static final int KEPT = 64 * 1024;
  static final String HELLO = "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"Hello.\"}";
  static final RecognitionRequest REQUEST =
      new RecognitionRequest(
          URI.create("https://region.example/speech?language=en-US"),
          "0123456789abcdef0123456789abcdef",
          UpstreamFormat.WAV_PCM_16K);

  /** Starts below zero and passes it, as System.nanoTime() may. */
  final ManualTimers timers = new ManualTimers(-Duration.ofSeconds(5).toNanos());

  final SerialQueue executor = new SerialQueue();
  final FakeTransport transport = new FakeTransport();
  final FakeCredentials credentials = new FakeCredentials();
  final RecordedOutcome outcome = new RecordedOutcome();
  final ReplayBudget budget = new ReplayBudget(1024 * 1024);
  final Recognition recognition = newRecognition(KEPT);

  Recognition newRecognition(int maxReplayBytes) {
    return newRecognition(maxReplayBytes, credentials, outcome);
  }

  Recognition newRecognition(
      int maxReplayBytes, CredentialSource source, Recognition.Listener listener) {
    Upstream upstream =
        new Upstream(
            transport,
            budget,
            maxReplayBytes,
            TIMEOUT,
            timers,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            new Random(1),
            new UpstreamDiagnosis(REQUEST.uri()));
    return new Recognition(REQUEST, upstream, source, executor, listener);
  }

  @AfterEach
  void nothingIsLeft() {
    recognition.cancel();
    assertEquals(0, budget.usedBytes(), "bytes kept for a replay");
    assertEquals(0, timers.pendingCount(), "tasks that wait for their time");
    for (int i = 0; i < transport.count(); i++) {
      assertTrue(transport.at(i).isCancelled(), "exchange " + i + " is given up");
    }
  }

  void give(String text) {
    recognition.audio(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  void give(int count) {
    recognition.audio(ByteBuffer.allocate(count));
  }

  void streamBeyondWhatIsKept() {
    for (int i = 0; i < KEPT / ReplayBuffer.SEGMENT_BYTES + 2; i++) {
      give(ReplayBuffer.SEGMENT_BYTES);
      transport.last().takeAll();
    }
  }

  static String received(FakeTransport.Exchange exchange) {
    return new String(exchange.received(), UTF_8);
  }
}
