package org.speechservlet.benchmarks.control;

import java.util.Map;
import org.HdrHistogram.Histogram;

/** Durations that were measured, in nanoseconds; told as p50 and p99 in milliseconds. */
public final class Distribution {
  private static final double NANOS_PER_MS = 1e6;
  private static final int DIGITS = 3;

  private final String name;
  private final Histogram histogram = new Histogram(DIGITS);

  /** The name is the first word of what it is told as. */
  public Distribution(String name) {
    this.name = name;
  }

  /** Clocks of two threads may differ by a moment: what seems to end before it began took none. */
  public void record(long nanos) {
    histogram.recordValue(Math.max(0, nanos));
  }

  /** Forgets everything. */
  public void reset() {
    histogram.reset();
  }

  /** Adds {@code name.p50} and {@code name.p99}, if there is anything to tell. */
  public void tell(Map<String, Double> figures) {
    if (histogram.getTotalCount() > 0) {
      figures.put(name + ".p50", histogram.getValueAtPercentile(50) / NANOS_PER_MS);
      figures.put(name + ".p99", histogram.getValueAtPercentile(99) / NANOS_PER_MS);
    }
  }
}
