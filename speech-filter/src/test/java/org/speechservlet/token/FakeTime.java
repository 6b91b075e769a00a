package org.speechservlet.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Time that passes when a test says so; what is scheduled runs then, in its order. */
final class FakeTime implements Scheduler {
  /** A monotonic clock may overflow; this one does so after a minute. */
  private static final long ORIGIN_NANOS = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::order));
  private long elapsedNanos;
  private long count;
  private Duration wallOffset = Duration.ZERO;
  private double random;
  private boolean isClosed;

  private record Task(long atNanos, long order, Runnable action) {}

  /** Lets time pass, running everything that falls due meanwhile at its own time. */
  void pass(Duration duration) {
    long end = elapsedNanos + duration.toNanos();
    for (Task next = tasks.peek(); next != null && next.atNanos() <= end; next = tasks.peek()) {
      tasks.remove(next);
      elapsedNanos = next.atNanos();
      next.action().run();
    }
    elapsedNanos = end;
  }

  void passSeconds(double seconds) {
    pass(Duration.ofNanos((long) (seconds * 1e9)));
  }

  Duration elapsed() {
    return Duration.ofNanos(elapsedNanos);
  }

  /** Sets the wall clock wrong, without any time passing. */
  void setWallOffset(Duration offset) {
    wallOffset = offset;
  }

  void setRandom(double value) {
    random = value;
  }

  int scheduledCount() {
    return tasks.size();
  }

  @Override
  public Scheduled schedule(Runnable action, Duration delay) {
    if (isClosed) {
      return () -> {};
    }
    Task task = new Task(elapsedNanos + Math.max(0, delay.toNanos()), count++, action);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public void close() {
    isClosed = true;
    tasks.clear();
  }

  long nanoTime() {
    return ORIGIN_NANOS + elapsedNanos;
  }

  /** The true time, whatever the wall clock shows. */
  Instant trueTime() {
    return START.plusNanos(elapsedNanos);
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return trueTime().plus(wallOffset);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  Surroundings surroundings() {
    return new Surroundings(
        this,
        this::nanoTime,
        clock(),
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return random;
          }
        });
  }
}
