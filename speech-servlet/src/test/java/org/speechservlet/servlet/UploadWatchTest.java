package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.ManualTimers;

class UploadWatchTest {
  private final ManualTimers timers = new ManualTimers();
  private final List<String> stalled = new ArrayList<>();
  private boolean browsersTurn = true;
  private final UploadWatch watch =
      new UploadWatch(
          new ExchangeLimits(1000, Duration.ofSeconds(20), Duration.ofSeconds(50)),
          timers,
          Runnable::run,
          new UploadWatch.Watched() {
            @Override
            public boolean isBrowsersTurn() {
              return browsersTurn;
            }

            @Override
            public void stalled(String how) {
              stalled.add(how);
            }
          });

  @Test
  void silence_ofTheIdleTime_stalls() {
    watch.start();
    timers.advance(Duration.ofMillis(19_999));
    assertEquals(List.of(), stalled);

    timers.advance(Duration.ofMillis(1));

    assertEquals(List.of("No bytes came for 20 s; the upload was given up."), stalled);
    assertEquals(0, timers.pendingCount());
  }

  @Test
  void silence_whileNothingIsWanted_doesNotStall() {
    browsersTurn = false;
    watch.start();

    timers.advance(Duration.ofSeconds(45));

    assertEquals(List.of(), stalled);
  }

  @Test
  void bytesNowAndThen_doNotHelpBeyondTheWholeTime() {
    watch.start();
    for (int i = 0; i < 6; i++) {
      timers.advance(Duration.ofSeconds(10));
      watch.progressed();
    }

    assertEquals(List.of("The upload took longer than 50 s."), stalled);
  }

  @Test
  void timeLeft_isTheShorterOfTheTwo() {
    watch.start();
    timers.advance(Duration.ofSeconds(15));
    assertEquals(Duration.ofSeconds(5), watch.timeLeft());
    watch.progressed();
    assertEquals(Duration.ofSeconds(20), watch.timeLeft());
    timers.advance(Duration.ofSeconds(19));
    watch.progressed();
    assertEquals(Duration.ofSeconds(16), watch.timeLeft());
    watch.stop();
    timers.advance(Duration.ofSeconds(60));
    assertEquals(Duration.ZERO, watch.timeLeft());
    assertEquals(List.of(), stalled);
  }
}
