package org.speechservlet.servlet;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one at a time, in order, on the threads that bring them: whoever comes first runs what
 * others bring meanwhile. Nobody waits, and a task that brings another one does not nest.
 */
final class SerialExecutor implements Executor {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();
  private final Consumer<Throwable> onFailure;

  /**
   * @param onFailure told, on the same terms as a task, that a task threw something
   */
  SerialExecutor(Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (pending.getAndIncrement() == 0) {
      do {
        run(tasks.remove());
      } while (pending.decrementAndGet() > 0);
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      onFailure.accept(failure);
    }
  }
}
