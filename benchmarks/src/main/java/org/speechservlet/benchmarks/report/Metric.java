package org.speechservlet.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** What is measured; each is a column. */
public enum Metric {
  FAILURES("failures", 0),
  CPU_SECONDS("CPU s", 2),
  CPU_MS_PER_UPLOAD("CPU ms each", 2),
  CPU_SECONDS_PER_GIB("CPU s/GiB", 2),
  UPLOADS_PER_SECOND("uploads/s", 0),
  MEBIBYTES_PER_SECOND("MiB/s", 0),
  RSS_MEBIBYTES("RSS MiB", 0),
  HEAP_KIB_PER_STREAM("heap KiB/stream", 1),
  THREADS("threads", 0),
  SYSTEM_CALLS_PER_PIECE("syscalls/piece", 1),
  FIRST_P50("first p50", 2),
  FIRST_P99("first p99", 2),
  FORWARDED_P50("fwd p50", 2),
  FORWARDED_P99("fwd p99", 2),
  DONE_P50("done p50", 2),
  DONE_P99("done p99", 2),
  LATE_P99("late p99", 2);

  private final String title;
  private final int decimals;

  Metric(String title, int decimals) {
    this.title = title;
    this.decimals = decimals;
  }

  /** The head of its column. */
  public String title() {
    return title;
  }

  /** A value as it is printed. */
  String format(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Of several rounds: the median, but of failures the most, since none may be hidden. */
  double middle(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (this == FAILURES) {
      return sorted[sorted.length - 1];
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
