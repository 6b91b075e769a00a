package org.speechservlet.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Time that moves only when a test moves it. Tasks run on the thread that moves it, each at its own
 * time. Not thread-safe.
 */
final class ManualTime implements Scheduler {
  /** A monotonic clock may begin anywhere; from here it overflows within an hour. */
  private static final long ORIGIN_NANOS = Long.MAX_VALUE - Duration.ofMinutes(30).toNanos();

  private static final Instant ORIGIN = Instant.parse("2026-03-01T12:00:00Z");

  private record Task(long dueNanos, Runnable action) {}

  private final List<Task> tasks = new ArrayList<>();
  private long passedNanos;

  /** What a renewal needs; without jitter. */
  Surroundings surroundings() {
    return surroundings(0);
  }

  /**
   * What a renewal needs.
   *
   * @param random from 0 (inclusive) to 1 (exclusive), what chance always says
   */
  Surroundings surroundings(double random) {
    long bits = (long) (random * 0x1.0p53) << 11;
    return new Surroundings(this, this::nanoTime, clock(), () -> bits);
  }

  long nanoTime() {
    return ORIGIN_NANOS + passedNanos;
  }

  /** How much time has passed since the beginning. */
  Duration passed() {
    return Duration.ofNanos(passedNanos);
  }

  @Override
  public Scheduled schedule(Runnable action, Duration delay) {
    Task task = new Task(passedNanos + delay.toNanos(), action);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Lets time pass, and runs what falls due in it. */
  void advance(Duration by) {
    long target = passedNanos + by.toNanos();
    for (Optional<Task> due = next(target); due.isPresent(); due = next(target)) {
      Task task = due.get();
      tasks.remove(task);
      passedNanos = Math.max(passedNanos, task.dueNanos());
      task.action().run();
    }
    passedNanos = target;
  }

  private Optional<Task> next(long target) {
    return tasks.stream()
        .filter(task -> task.dueNanos() <= target)
        .min(Comparator.comparingLong(Task::dueNanos));
  }

  /** Tasks that wait for their time. */
  int pending() {
    return tasks.size();
  }

  @Override
  public void close() {
    tasks.clear();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        return ORIGIN.plusNanos(passedNanos);
      }
    };
  }
}
