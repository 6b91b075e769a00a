package org.speechservlet.fault;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The matrix in Markdown, a table for each party. */
final class MatrixDocument {
  private MatrixDocument() {}

  /**
   * @param answers what was seen of each cell in this run
   */
  static String of(Map<Cell, String> answers) {
    StringBuilder text = new StringBuilder();
    for (Party party : Party.values()) {
      text.append("\n### Fault of ").append(party.words).append("\n\n").append(head());
      FaultMatrix.ROWS.stream()
          .filter(row -> row.party() == party)
          .forEach(row -> text.append(line(row, answers)));
    }
    return text.toString();
  }

  private static String head() {
    String stages =
        Arrays.stream(Stage.values()).map(stage -> stage.words).collect(Collectors.joining(" | "));
    return "| it … | " + stages + " |\n|" + " --- |".repeat(Stage.values().length + 1) + "\n";
  }

  private static String line(Row row, Map<Cell, String> answers) {
    String cells =
        Arrays.stream(Stage.values())
            .map(stage -> row.endings().containsKey(stage) ? text(row.cell(stage), answers) : "")
            .collect(Collectors.joining(" | "));
    return "| " + row.fault().words + ", " + row.times().words + " | " + cells + " |\n";
  }

  private static String text(Cell cell, Map<Cell, String> answers) {
    return cell.expected().inWords(answers.getOrDefault(cell, "did not run"));
  }

  /** What the servlet is to have counted: one outcome, and one for the good dictation before. */
  static Map<String, Integer> totals(Cell cell) {
    Map<String, Integer> totals = new TreeMap<>();
    if (cell.fault() == Fault.CLOSES_IDLE) {
      totals.merge("Success", 1, Integer::sum);
    }
    if (!cell.expected().counted().isEmpty()) {
      totals.merge(cell.expected().counted(), 1, Integer::sum);
    }
    return totals;
  }
}
