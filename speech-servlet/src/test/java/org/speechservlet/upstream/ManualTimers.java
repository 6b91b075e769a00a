package org.speechservlet.upstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Time that moves only when a test moves it. Tasks run on the thread that moves it, in the order of
 * their times; those of one time in the order in which they were scheduled.
 *
 * <p>Thread-safe. No task runs while a lock is held, and a task may schedule others.
 */
public final class ManualTimers implements Timers {

  private final class Task implements Scheduled {
    private final long dueNanos;
    private final Runnable action;

    Task(long dueNanos, Runnable action) {
      this.dueNanos = dueNanos;
      this.action = action;
    }

    @Override
    public void cancel() {
      synchronized (ManualTimers.this) {
        tasks.remove(this);
      }
    }
  }

  private final List<Task> tasks = new ArrayList<>();
  private long nowNanos;

  public ManualTimers() {
    this(0);
  }

  /** Starts where the test says: shortly before {@link Long#MAX_VALUE} shows wrong comparisons. */
  public ManualTimers(long originNanos) {
    this.nowNanos = originNanos;
  }

  @Override
  public synchronized long nanoTime() {
    return nowNanos;
  }

  @Override
  public synchronized Scheduled schedule(Duration delay, Runnable action) {
    Task task = new Task(nowNanos + Math.max(0, delay.toNanos()), action);
    tasks.add(task);
    return task;
  }

  /** Lets time pass, and runs what falls due in it, each task at its own time. */
  public void advance(Duration by) {
    long target = nanoTime() + by.toNanos();
    for (Optional<Task> due = next(target); due.isPresent(); due = next(target)) {
      due.get().action.run();
    }
    moveTo(target);
  }

  /** Tasks that wait for their time: a leak if it is not zero when everything has ended. */
  public synchronized int pendingCount() {
    return tasks.size();
  }

  private synchronized Optional<Task> next(long targetNanos) {
    Optional<Task> due =
        tasks.stream()
            .filter(task -> task.dueNanos - targetNanos <= 0)
            .min(Comparator.comparingLong(task -> task.dueNanos - nowNanos));
    due.ifPresent(
        task -> {
          tasks.remove(task);
          moveTo(task.dueNanos);
        });
    return due;
  }

  private synchronized void moveTo(long nanos) {
    if (nanos - nowNanos > 0) {
      nowNanos = nanos;
    }
  }
}
