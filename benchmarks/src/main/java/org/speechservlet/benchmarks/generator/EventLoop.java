package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One thread for all connections and all appointments. Confined to it. */
final class EventLoop implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final long NANOS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

  private record Appointment(long dueNanos, Runnable work) {}

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final PriorityQueue<Appointment> agenda =
      new PriorityQueue<>(Comparator.comparingLong(Appointment::dueNanos));

  EventLoop() throws IOException {}

  Selector selector() {
    return selector;
  }

  /** Does something at a time, or as soon after it as possible. */
  void at(long dueNanos, Runnable work) {
    agenda.add(new Appointment(dueNanos, work));
  }

  /** Runs until there is nothing more to wait for, or the time is over. */
  void run(BooleanSupplier isDone, long deadlineNanos) throws IOException {
    while (!isDone.getAsBoolean() && System.nanoTime() - deadlineNanos < 0) {
      keepAppointments();
      await();
    }
  }

  private void keepAppointments() {
    for (Appointment next = agenda.peek();
        next != null && next.dueNanos() - System.nanoTime() <= 0;
        next = agenda.peek()) {
      agenda.poll();
      next.work().run();
    }
  }

  /** The selector waits for whole milliseconds only; what is less is waited for beside it. */
  private void await() throws IOException {
    Appointment next = agenda.peek();
    long nanos = next == null ? 10 * NANOS_PER_MS : next.dueNanos() - System.nanoTime();
    if (nanos >= NANOS_PER_MS) {
      selector.select(this::serve, nanos / NANOS_PER_MS);
    } else if (selector.selectNow(this::serve) == 0 && nanos > 0) {
      LockSupport.parkNanos(nanos);
    }
  }

  private void serve(SelectionKey key) {
    ((ClientConnection) key.attachment()).ready(key, buffer);
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
