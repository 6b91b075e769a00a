package org.speechservlet.servlet;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.Timers;

/**
 * The answers of finished uploads, for some seconds each and within a bound for all: the oldest one
 * goes first. Thread-safe.
 */
final class KeptAnswers {
  /** A browser that has lost its network, and the answer with it, is back by then or never. */
  static final Duration RETENTION = Duration.ofSeconds(30);

  static final int MAX_TOTAL_BYTES = 8 * 1024 * 1024;

  /** What an answer takes besides its text: the upload's name, token and fields. */
  private static final int OVERHEAD_BYTES = 1024;

  private final Timers timers;
  private final Consumer<UploadIdentity> forgotten;
  private final Map<String, Kept> byName = new LinkedHashMap<>();
  private Timers.@Nullable Scheduled check;
  private int totalBytes;
  private boolean closed;

  private record Kept(UploadIdentity identity, int bytes, long untilNanos) {}

  /**
   * @param forgotten told of each one that is kept no longer, unless it was removed
   */
  KeptAnswers(Timers timers, Consumer<UploadIdentity> forgotten) {
    this.timers = timers;
    this.forgotten = forgotten;
  }

  synchronized int count() {
    return byName.size();
  }

  /** Keeps one; false if nothing is kept any more. */
  synchronized boolean add(FinishedUpload upload) {
    if (closed) {
      return false;
    }
    int bytes = OVERHEAD_BYTES + upload.answerBytes();
    long until = timers.nanoTime() + RETENTION.toNanos();
    byName.put(upload.identity().name(), new Kept(upload.identity(), bytes, until));
    totalBytes += bytes;
    while (totalBytes > MAX_TOTAL_BYTES && byName.size() > 1) {
      forgetOldest();
    }
    if (check == null) {
      checkAfter(RETENTION);
    }
    return true;
  }

  synchronized void remove(UploadIdentity identity) {
    Kept removed = byName.remove(identity.name());
    if (removed != null) {
      totalBytes -= removed.bytes();
    }
  }

  /** How long it will be kept; nothing if it is not. */
  synchronized Duration timeLeft(UploadIdentity identity) {
    Kept kept = byName.get(identity.name());
    return kept == null ? Duration.ZERO : timeLeft(kept);
  }

  private Duration timeLeft(Kept kept) {
    return Duration.ofNanos(Math.max(0, kept.untilNanos() - timers.nanoTime()));
  }

  /** Forgets everything, and keeps nothing any more. */
  synchronized void close() {
    closed = true;
    while (!byName.isEmpty()) {
      forgetOldest();
    }
    if (check != null) {
      check.cancel();
    }
  }

  private void checkAfter(Duration delay) {
    check = timers.schedule(delay, this::check);
  }

  private synchronized void check() {
    check = null;
    while (!byName.isEmpty() && !closed) {
      Duration left = timeLeft(byName.values().iterator().next());
      if (!left.isZero()) {
        checkAfter(left);
        return;
      }
      forgetOldest();
    }
  }

  private void forgetOldest() {
    Iterator<Kept> oldestFirst = byName.values().iterator();
    Kept oldest = oldestFirst.next();
    oldestFirst.remove();
    totalBytes -= oldest.bytes();
    forgotten.accept(oldest.identity());
  }
}
