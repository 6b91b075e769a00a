package org.speechservlet.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void table_ofThreeRounds_hasMediansAndTheMostFailures() {
    List<Measurement> rounds =
        List.of(round("a", 0, 3, 1), round("b", 0, 9, 1), round("a", 2, 1, 1), round("a", 0, 2, 1));

    assertEquals(
        """
        | load | target | failures | CPU s | late p99 |
        | --- | --- | ---: | ---: | ---: |
        | paced-1 | a | 2 | 2.00 | 1.00 |
        | paced-1 | b | 0 | 9.00 | 1.00 |
        """,
        new MarkdownTable(Medians.of(rounds)).toString());
  }

  @Test
  void table_whereTheGeneratorWasLate_saysSaturated() {
    assertEquals(
        """
        | load | target | failures | CPU s | late p99 |
        | --- | --- | ---: | ---: | ---: |
        | paced-1 | a (saturated) | 0 | 1.00 | 21.00 |
        """,
        new MarkdownTable(List.of(round("a", 0, 1, 21))).toString());
  }

  private static Measurement round(String target, double failures, double cpu, double late) {
    return new Measurement(
        "paced-1",
        target,
        Map.of(Metric.FAILURES, failures, Metric.CPU_SECONDS, cpu, Metric.LATE_P99, late));
  }
}
