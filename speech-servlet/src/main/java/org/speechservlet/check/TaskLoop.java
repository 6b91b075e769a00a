package org.speechservlet.check;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** Runs tasks that others bring, one at a time, on the thread that calls {@link #runUntil}. */
final class TaskLoop implements Executor {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Waits for tasks, and runs them, until after one of them the condition holds. */
  void runUntil(BooleanSupplier isOver) throws InterruptedException {
    while (!isOver.getAsBoolean()) {
      tasks.take().run();
    }
  }
}
