package org.speechservlet.servlet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.Timers;

/** Counts and times one exchange as it goes on. Confined to the exchange's executor. */
final class ExchangeMeasures {
  private final Timers timers;
  private final long startedNanos;
  private long uploadBytes;
  private long sentBytes;
  private long uploadEndedNanos;
  private boolean uploadEnded;

  /** Begins now. */
  ExchangeMeasures(Timers timers) {
    this.timers = timers;
    this.startedNanos = timers.nanoTime();
  }

  /** Bytes came from the browser. */
  void received(int bytes) {
    uploadBytes += bytes;
  }

  /** Audio was handed over to be sent. */
  void sent(int bytes) {
    sentBytes += bytes;
  }

  /** The last byte of the upload has come. */
  void uploadEnded() {
    uploadEnded = true;
    uploadEndedNanos = timers.nanoTime();
  }

  boolean hasUploadEnded() {
    return uploadEnded;
  }

  long uploadBytes() {
    return uploadBytes;
  }

  /** The time since the last byte; null before it. */
  private @Nullable Duration sinceUploadEnded() {
    return uploadEnded ? Duration.ofNanos(timers.nanoTime() - uploadEndedNanos) : null;
  }

  /** The time since the beginning. */
  private Duration total() {
    return Duration.ofNanos(timers.nanoTime() - startedNanos);
  }

  /** What has come of it until now. */
  ExchangeReport report(
      String id, String outcome, int status, Duration audio, @Nullable Duration firstByte) {
    return new ExchangeReport(
        id,
        outcome,
        status,
        audio,
        uploadBytes,
        sentBytes,
        firstByte,
        status == 0 ? null : sinceUploadEnded(),
        total());
  }
}
