package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.ManualTimers;

class KeptAnswersTest {
  private static final Duration HALF = KeptAnswers.RETENTION.dividedBy(2);

  private final ManualTimers timers = new ManualTimers(Long.MAX_VALUE - 1000);
  private final List<UploadIdentity> forgotten = new ArrayList<>();
  private final KeptAnswers kept = new KeptAnswers(timers, forgotten::add);
  private final UploadRegistry registry = new UploadRegistry(new UploadAnswers(1000), timers);

  private FinishedUpload answer(int bytes) {
    return new FinishedUpload(
        UploadIdentity.create("id", FakeRequest.withHeaders(Map.of()), "", new SecureRandom()),
        new UploadProgress(),
        new Browser.Answer(200, "text/plain", "x".repeat(bytes), Map.of(), false),
        registry);
  }

  @Test
  void answers_areForgottenEachAtItsTime() {
    FinishedUpload first = answer(10);
    FinishedUpload second = answer(10);
    assertTrue(kept.add(first));
    timers.advance(HALF);
    assertTrue(kept.add(second));
    assertEquals(HALF, kept.timeLeft(first.identity()));

    timers.advance(HALF);
    assertEquals(List.of(first.identity()), forgotten);
    timers.advance(HALF);
    assertEquals(List.of(first.identity(), second.identity()), forgotten);
    assertEquals(0, timers.pendingCount());
  }

  @Test
  void answersBeyondTheBound_pushOutTheOldest() {
    FinishedUpload first = answer(256 * 1024);
    kept.add(first);
    for (int i = 1; i < KeptAnswers.MAX_TOTAL_BYTES / (256 * 1024); i++) {
      kept.add(answer(256 * 1024));
    }

    assertEquals(List.of(first.identity()), forgotten);
  }

  @Test
  void answerThatIsRemoved_makesRoom() {
    for (int i = 0; i < 1000; i++) {
      FinishedUpload next = answer(256 * 1024);
      kept.add(next);
      kept.remove(next.identity());
    }
    kept.add(answer(1));

    assertEquals(1, kept.count());
    assertEquals(List.of(), forgotten);
  }

  @Test
  void close_forgetsAllAndKeepsNothingAnyMore() {
    kept.add(answer(1));

    kept.close();

    assertFalse(kept.add(answer(1)));
    assertEquals(1, forgotten.size());
    assertEquals(0, timers.pendingCount());
  }
}
