package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BeatTest {
  private final ManualTimers timers = new ManualTimers(Long.MAX_VALUE - 1000);
  private final Beat beat = new Beat(timers, Duration.ofMillis(200), Duration.ofMillis(20));
  private final List<String> done = new ArrayList<>();

  @Test
  void tasks_thatComeCloseTogether_runTogether() {
    await("a");
    advance(15);
    await("b");
    advance(204);
    assertEquals(List.of(), done);
    advance(1);
    assertEquals(List.of("a", "b"), done);
    assertEquals(0, timers.pendingCount());
  }

  @Test
  void task_thatComesLater_waitsItsOwnInterval() {
    await("a");
    advance(100);
    await("b");
    advance(120);
    assertEquals(List.of("a"), done);
    advance(99);
    assertEquals(List.of("a"), done);
    advance(1);
    assertEquals(List.of("a", "b"), done);
  }

  @Test
  void task_thatBringsAnother_isFollowedByItAtTheNextBeat() {
    beat.await(() -> await("b"));
    advance(220);
    assertEquals(List.of(), done);
    advance(220);
    assertEquals(List.of("b"), done);
  }

  @Test
  void close_whileTasksWait_dropsThemAndThoseThatCome() {
    await("a");
    beat.close();
    await("b");
    advance(1000);
    assertEquals(List.of(), done);
    assertEquals(0, timers.pendingCount());
  }

  private void await(String name) {
    beat.await(() -> done.add(name));
  }

  private void advance(int millis) {
    timers.advance(Duration.ofMillis(millis));
  }
}
