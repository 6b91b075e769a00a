package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.speechservlet.upstream.ManualTimers;

/** What recognitions add up to, and how one is measured. */
class RecognitionTotalsTest {
  private final RecognitionTotals totals = new RecognitionTotals();

  private static ExchangeReport report(String outcome, int status) {
    return new ExchangeReport(
        "d510", outcome, status, Duration.ofMillis(1500), 100, 64, null, null, Duration.ZERO);
  }

  @Test
  void outcomes_andRejections_areCountedByName() {
    totals.add(report("Success", 200));
    totals.add(report("Success", 200));
    totals.add(report("overloaded", 503));
    totals.add(report("malformed-audio", 400));
    totals.add(report("upstream-failed", 502));
    totals.add(report("browser-gone", 0));
    assertEquals(
        Map.of(
            "Success",
            2L,
            "overloaded",
            1L,
            "malformed-audio",
            1L,
            "upstream-failed",
            1L,
            "browser-gone",
            1L),
        totals.outcomes().snapshot());
    assertEquals(Map.of("overloaded", 1L, "malformed-audio", 1L), totals.rejections().snapshot());
  }

  @Test
  void audioAndBytes_addUp() {
    totals.add(report("Success", 200));
    totals.add(report("NoMatch", 200));
    assertEquals(Duration.ofSeconds(3), totals.audio());
    assertEquals(200, totals.receivedBytes());
    assertEquals(128, totals.sentBytes());
  }

  @Test
  void exchange_isMeasuredFromItsStart_andFromItsLastByte() {
    ManualTimers timers = new ManualTimers();
    ExchangeMeasures measures = new ExchangeMeasures(timers);
    timers.advance(Duration.ofSeconds(3));
    measures.received(20);
    measures.sent(16);
    assertNull(reportOf(measures).lastByteToAnswer());
    measures.uploadEnded();
    timers.advance(Duration.ofMillis(300));
    ExchangeReport report = reportOf(measures);
    assertEquals(Duration.ofMillis(300), report.lastByteToAnswer());
    assertEquals(Duration.ofMillis(3300), report.total());
    assertEquals(20, report.uploadBytes());
    assertEquals(16, report.sentBytes());
  }

  private static ExchangeReport reportOf(ExchangeMeasures measures) {
    return measures.report("d510", "Success", 200, Duration.ofSeconds(3), null);
  }
}
