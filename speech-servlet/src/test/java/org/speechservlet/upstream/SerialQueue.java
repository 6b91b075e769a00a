package org.speechservlet.upstream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks one at a time, in order, on the thread that brings them; a task that brings another
 * one does not nest. While it is held, tasks wait. Confined to one thread.
 */
final class SerialQueue implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;
  private boolean held;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    run();
  }

  void hold() {
    held = true;
  }

  void release() {
    held = false;
    run();
  }

  private void run() {
    if (running || held) {
      return;
    }
    running = true;
    try {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    } finally {
      running = false;
    }
  }
}
