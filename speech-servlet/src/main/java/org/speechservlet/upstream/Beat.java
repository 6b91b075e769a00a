package org.speechservlet.upstream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The beat at which live audio goes on its way. Between the first and the last bytes of an
 * utterance nobody notices whether audio arrives piece by piece or a few times a second; the system
 * calls, and the threads that are woken, are counted by pieces. So audio waits for the rest of its
 * interval, and leaves together with that of other recognitions.
 *
 * <p>Thread-safe. Tasks run on the timer's thread, in the order in which they came.
 */
final class Beat implements AutoCloseable {
  private record Waiting(long dueNanos, Runnable task) {}

  private final Timers timers;
  private final long intervalNanos;
  private final long grainNanos;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private Timers.@Nullable Scheduled next;
  private boolean closed;

  /**
   * @param interval how long a task waits
   * @param grain how much longer, at most, so that tasks which come close together run together
   */
  Beat(Timers timers, Duration interval, Duration grain) {
    this.timers = timers;
    this.intervalNanos = interval.toNanos();
    this.grainNanos = grain.toNanos();
  }

  /** Runs the task after the interval, once; never if this is closed before. */
  synchronized void await(Runnable task) {
    if (closed) {
      return;
    }
    long now = timers.nanoTime();
    waiting.add(new Waiting(now + intervalNanos, task));
    if (next == null) {
      next = timers.schedule(Duration.ofNanos(intervalNanos + grainNanos), this::strike);
    }
  }

  private void strike() {
    due().forEach(Runnable::run);
  }

  /** All wait equally long, so that the first ones that came are the first ones due. */
  private synchronized List<Runnable> due() {
    long now = timers.nanoTime();
    List<Runnable> due = new ArrayList<>();
    Waiting first = waiting.peek();
    while (first != null && first.dueNanos - now <= 0) {
      due.add(first.task);
      waiting.remove();
      first = waiting.peek();
    }
    next =
        first == null
            ? null
            : timers.schedule(
                Duration.ofNanos(Math.max(0, first.dueNanos - now) + grainNanos), this::strike);
    return due;
  }

  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    if (next != null) {
      next.cancel();
    }
  }
}
