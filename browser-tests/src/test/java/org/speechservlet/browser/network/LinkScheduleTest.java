package org.speechservlet.browser.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LinkScheduleTest {

  /** A thousand bytes, 66 of them headers, take a millisecond. */
  private final LinkSchedule link =
      new LinkSchedule(new LinkSpeed(8_000_000, Duration.ofMillis(40)));

  private long arrivalMillis(long nowMillis, int bytes) {
    return Duration.ofNanos(link.arrivalNanos(Duration.ofMillis(nowMillis).toNanos(), bytes))
        .toMillis();
  }

  @Test
  void piece_onAnIdleLink_takesItsLengthAndTheDelay() {
    assertEquals(500 + 1 + 40, arrivalMillis(500, 934));
  }

  @Test
  void piece_behindAnother_waitsUntilTheLinkIsFree() {
    arrivalMillis(500, 9934);

    assertEquals(500 + 10 + 1 + 40, arrivalMillis(503, 934));
  }

  @Test
  void piece_afterTheLinkWasFree_doesNotWait() {
    arrivalMillis(500, 9934);

    assertEquals(600 + 1 + 40, arrivalMillis(600, 934));
  }
}
