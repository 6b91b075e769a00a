package org.speechservlet.upstream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time, in order, on the threads that bring them; a task that brings another
 * one does not nest. While it is held, tasks wait. Thread-safe.
 */
final class SerialQueue implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;
  private boolean held;

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      tasks.add(task);
    }
    run();
  }

  synchronized void hold() {
    held = true;
  }

  void release() {
    synchronized (this) {
      held = false;
    }
    run();
  }

  private void run() {
    if (!begin()) {
      return;
    }
    try {
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
    } finally {
      end();
    }
    if (isWork()) {
      run();
    }
  }

  private synchronized @Nullable Runnable next() {
    return held ? null : tasks.poll();
  }

  private synchronized boolean isWork() {
    return !held && !tasks.isEmpty();
  }

  private synchronized void end() {
    running = false;
  }

  private synchronized boolean begin() {
    if (running || held) {
      return false;
    }
    running = true;
    return true;
  }
}
