package org.speechservlet.upstream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all replay buffers of one web application may keep together.
 *
 * <p>Thread-safe. A buffer that gets no more bytes from the budget goes on streaming; only a second
 * attempt from its beginning is no longer possible.
 */
public final class ReplayBudget {
  private final long limitBytes;
  private final AtomicLong usedBytes = new AtomicLong();

  public ReplayBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /** Bytes in use now; back at zero when no recognition is in flight. */
  public long usedBytes() {
    return usedBytes.get();
  }

  boolean tryReserve(int bytes) {
    long used = usedBytes.get();
    while (used + bytes <= limitBytes) {
      if (usedBytes.compareAndSet(used, used + bytes)) {
        return true;
      }
      used = usedBytes.get();
    }
    return false;
  }

  void release(long bytes) {
    usedBytes.addAndGet(-bytes);
  }
}
