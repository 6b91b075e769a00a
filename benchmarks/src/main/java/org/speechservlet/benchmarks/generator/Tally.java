package org.speechservlet.benchmarks.generator;

import java.util.Map;
import java.util.TreeMap;
import org.speechservlet.benchmarks.control.Distribution;
import org.speechservlet.benchmarks.control.Figures;

/** How it went for everybody. Confined to the loop's thread. */
final class Tally {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Distribution done = new Distribution("done");
  private final Distribution late = new Distribution("late");
  private final Map<String, Integer> failures = new TreeMap<>();
  private final int expected;
  private final long startNanos;
  private long endNanos;
  private int succeeded;
  private int failed;
  private long pieces;

  /** Waits for the end of so many uploads from a time on. */
  Tally(int expected, long startNanos) {
    this.expected = expected;
    this.startNanos = startNanos;
    this.endNanos = startNanos;
  }

  /** An upload was answered, so long after its last byte was sent. */
  void succeeded(long nanos) {
    done.record(nanos);
    succeeded++;
    endNanos = System.nanoTime();
  }

  void failed(String how) {
    failures.merge(how, 1, Integer::sum);
    failed++;
    endNanos = System.nanoTime();
  }

  /** A piece was sent, so long after it was due by the generator's own fault. */
  void piece(long lateNanos) {
    late.record(lateNanos);
    pieces++;
  }

  boolean isComplete() {
    return succeeded + failed == expected;
  }

  /** What did not end in time has failed, too. */
  Figures figures() {
    if (!isComplete()) {
      failures.put("no answer in time", expected - succeeded - failed);
    }
    failures.forEach((how, count) -> System.err.println(count + " x " + how));
    Map<String, Double> figures = new TreeMap<>();
    done.tell(figures);
    late.tell(figures);
    figures.put("uploads", (double) succeeded);
    figures.put("failures", (double) expected - succeeded);
    figures.put("pieces", (double) pieces);
    figures.put("seconds", (endNanos - startNanos) / NANOS_PER_SECOND);
    return new Figures(figures);
  }
}
