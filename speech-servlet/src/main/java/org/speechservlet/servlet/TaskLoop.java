package org.speechservlet.servlet;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs tasks one at a time, in order, on the one thread that waits for them. */
final class TaskLoop implements Executor {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Consumer<Throwable> onFailure;

  /**
   * @param onFailure told, on the same terms as a task, that a task threw something
   */
  TaskLoop(Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs what is brought until the condition, checked after each task, holds. */
  void runUntil(BooleanSupplier over) throws InterruptedException {
    while (!over.getAsBoolean()) {
      Runnable task = tasks.take();
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        onFailure.accept(failure);
      }
    }
  }
}
