package org.speechservlet.benchmarks.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the rounds of each load and target together: the median of each metric by itself. */
public final class Medians {
  private record Row(String load, String target) {}

  private Medians() {}

  /** One for each load and target, in the order in which they came first. */
  public static List<Measurement> of(List<Measurement> rounds) {
    Map<Row, Map<Metric, double[]>> rows = new LinkedHashMap<>();
    for (Measurement round : rounds) {
      Map<Metric, double[]> row =
          rows.computeIfAbsent(
              new Row(round.load(), round.target()), key -> new EnumMap<>(Metric.class));
      round
          .values()
          .forEach((metric, value) -> row.merge(metric, new double[] {value}, Medians::join));
    }
    return rows.entrySet().stream()
        .map(
            row ->
                new Measurement(
                    row.getKey().load(), row.getKey().target(), medians(row.getValue())))
        .toList();
  }

  private static double[] join(double[] before, double[] added) {
    double[] joined = Arrays.copyOf(before, before.length + added.length);
    System.arraycopy(added, 0, joined, before.length, added.length);
    return joined;
  }

  private static Map<Metric, Double> medians(Map<Metric, double[]> values) {
    Map<Metric, Double> medians = new EnumMap<>(Metric.class);
    values.forEach((metric, all) -> medians.put(metric, metric.middle(all)));
    return medians;
  }
}
