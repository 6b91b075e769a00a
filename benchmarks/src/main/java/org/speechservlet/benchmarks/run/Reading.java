package org.speechservlet.benchmarks.run;

import java.util.Map;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.load.FileLoad;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.report.Metric;

/**
 * What generator and upstream say, as metrics.
 *
 * @param sent by the generator
 * @param arrived by the upstream
 */
record Reading(Load load, Figures sent, Figures arrived) {
  private static final double BYTES_PER_MIB = 1024 * 1024;
  private static final double BYTES_PER_GIB = 1024 * BYTES_PER_MIB;
  private static final double MS_PER_SECOND = 1000;

  private static final Map<String, Metric> SENT =
      Map.of(
          "failures", Metric.FAILURES,
          "done.p50", Metric.DONE_P50,
          "done.p99", Metric.DONE_P99,
          "late.p99", Metric.LATE_P99);

  private static final Map<String, Metric> ARRIVED =
      Map.of(
          "first.p50", Metric.FIRST_P50,
          "first.p99", Metric.FIRST_P99,
          "fwd.p50", Metric.FORWARDED_P50,
          "fwd.p99", Metric.FORWARDED_P99);

  /** Adds them to those of the process, of which some are divided by them. */
  void addTo(Map<Metric, Double> values) {
    copy(sent, SENT, values);
    copy(arrived, ARRIVED, values);
    if (load instanceof FileLoad) {
      addRates(values);
    }
  }

  private static void copy(Figures from, Map<String, Metric> names, Map<Metric, Double> to) {
    names.forEach(
        (name, metric) -> {
          Double value = from.values().get(name);
          if (value != null) {
            to.put(metric, value);
          }
        });
  }

  private void addRates(Map<Metric, Double> values) {
    double uploads = sent.get("uploads");
    double bytes = arrived.get("bytes");
    values.put(Metric.UPLOADS_PER_SECOND, uploads / sent.get("seconds"));
    values.put(Metric.MEBIBYTES_PER_SECOND, bytes / BYTES_PER_MIB / sent.get("seconds"));
    Double cpuSeconds = values.get(Metric.CPU_SECONDS);
    if (cpuSeconds != null && uploads > 0) {
      values.put(Metric.CPU_MS_PER_UPLOAD, cpuSeconds * MS_PER_SECOND / uploads);
      values.put(Metric.CPU_SECONDS_PER_GIB, cpuSeconds / (bytes / BYTES_PER_GIB));
    }
  }
}
