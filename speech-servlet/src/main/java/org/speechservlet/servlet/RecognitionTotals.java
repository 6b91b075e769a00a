package org.speechservlet.servlet;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the recognitions that have ended since the servlet started add up to. The one source for
 * {@code GET status}, JMX and Micrometer. Thread-safe.
 */
final class RecognitionTotals {
  private final OutcomeTotals outcomes = new OutcomeTotals();
  private final OutcomeTotals rejections = new OutcomeTotals();
  private final LongAdder audioMillis = new LongAdder();
  private final LongAdder receivedBytes = new LongAdder();
  private final LongAdder sentBytes = new LongAdder();

  void add(ExchangeReport report) {
    outcomes.count(report.outcome());
    if (report.isRejection()) {
      rejections.count(report.outcome());
    }
    audioMillis.add(report.audio().toMillis());
    receivedBytes.add(report.uploadBytes());
    sentBytes.add(report.sentBytes());
  }

  OutcomeTotals outcomes() {
    return outcomes;
  }

  OutcomeTotals rejections() {
    return rejections;
  }

  Duration audio() {
    return Duration.ofMillis(audioMillis.sum());
  }

  long receivedBytes() {
    return receivedBytes.sum();
  }

  long sentBytes() {
    return sentBytes.sum();
  }
}
