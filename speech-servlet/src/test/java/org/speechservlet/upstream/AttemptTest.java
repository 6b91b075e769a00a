package org.speechservlet.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class AttemptTest {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final Attempt attempt = new Attempt(tasks::add, new Owner());

  /** Who reads a fast upload brings audio for a long time before any other task has its turn. */
  @Test
  void sent_oftenBeforeItCanBeTold_waitsAsOneTask() {
    attempt.sent();
    attempt.sent();
    attempt.sent();
    assertEquals(1, tasks.size());

    tasks.remove().run();
    assertEquals(List.of("sent"), told);

    attempt.sent();
    tasks.remove().run();
    assertEquals(List.of("sent", "sent"), told);
  }

  @Test
  void events_afterItWasGivenUp_areDropped() {
    attempt.sent();
    attempt.agreed();
    attempt.cancel();
    tasks.forEach(Runnable::run);
    assertEquals(List.of(), told);
  }

  private final class Owner implements Transport.Events {
    @Override
    public void agreed() {
      told.add("agreed");
    }

    @Override
    public void sent() {
      told.add("sent");
    }

    @Override
    public void answered(Transport.Answer answer) {
      told.add("answered");
    }

    @Override
    public void lost(Exception cause) {
      told.add("lost");
    }
  }
}
