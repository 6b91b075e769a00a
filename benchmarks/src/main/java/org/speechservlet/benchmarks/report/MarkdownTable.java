package org.speechservlet.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table: a row for each load and target, a column for each metric that any row has. */
public final class MarkdownTable {

  /** Where the generator itself was so late, nothing behind it was measured. */
  private static final double SATURATED_FROM_MS = 20;

  private final List<Measurement> rows;
  private final List<Metric> columns;

  /** Its rows, in their order. */
  public MarkdownTable(List<Measurement> rows) {
    this.rows = rows;
    this.columns =
        Arrays.stream(Metric.values())
            .filter(metric -> rows.stream().anyMatch(row -> row.values().containsKey(metric)))
            .toList();
  }

  @Override
  public String toString() {
    String titles = columns.stream().map(Metric::title).collect(Collectors.joining(" | "));
    return "| load | target | "
        + titles
        + " |\n| --- | --- |"
        + " ---: |".repeat(columns.size())
        + "\n"
        + rows.stream().map(this::row).collect(Collectors.joining("\n"))
        + "\n";
  }

  private String row(Measurement row) {
    return "| "
        + row.load()
        + " | "
        + row.target()
        + (isSaturated(row) ? " (saturated)" : "")
        + " | "
        + columns.stream().map(metric -> cell(row, metric)).collect(Collectors.joining(" | "))
        + " |";
  }

  private static String cell(Measurement row, Metric metric) {
    Double value = row.values().get(metric);
    return value == null ? "" : metric.format(value);
  }

  private static boolean isSaturated(Measurement row) {
    @Nullable Double late = row.values().get(Metric.LATE_P99);
    return late != null && late > SATURATED_FROM_MS;
  }
}
