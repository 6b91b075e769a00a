package org.speechservlet.check;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.speechservlet.upstream.Timers;

/** What is to happen later happens when a test says so, and by its delay. Thread-safe. */
final class HandTimers implements Timers {
  private record Task(Duration delay, Runnable action) {}

  private final List<Task> tasks = new CopyOnWriteArrayList<>();

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    Task scheduled = new Task(delay, task);
    tasks.add(scheduled);
    return () -> tasks.remove(scheduled);
  }

  /** Runs what was scheduled with exactly that delay. */
  void elapse(Duration delay) {
    for (Task task : List.copyOf(tasks)) {
      if (task.delay().equals(delay) && tasks.remove(task)) {
        task.action().run();
      }
    }
  }

  boolean hasTasks() {
    return !tasks.isEmpty();
  }
}
