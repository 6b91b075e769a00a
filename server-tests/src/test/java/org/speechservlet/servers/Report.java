package org.speechservlet.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in Markdown: a row for each subject, a column for each check, a tick or the number of a
 * reason below. Printed when it is closed. Thread-safe.
 */
final class Report implements AutoCloseable {

  private final Path file;
  private final List<String> headings;
  private final Map<List<String>, Map<String, Outcome>> rows = new LinkedHashMap<>();
  private final Set<String> checks = new LinkedHashSet<>();

  /**
   * @param headings over the columns that name a subject
   */
  Report(Path file, List<String> headings) {
    this.file = file;
    this.headings = headings;
  }

  /** Notes an outcome; of several of one check the worst stays. */
  synchronized void add(List<String> subject, String check, Outcome outcome) {
    checks.add(check);
    row(subject).merge(check, outcome, Outcome::and);
    write();
  }

  /** After each check, so that a run that is broken off leaves what it has found. */
  private void write() {
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Outcome> row(List<String> subject) {
    return rows.computeIfAbsent(subject, key -> new LinkedHashMap<>());
  }

  synchronized String text() {
    List<String> reasons = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> columns = Stream.concat(headings.stream(), checks.stream()).toList();
    lines.add(line(columns));
    lines.add(line(columns.stream().map(column -> "---").toList()));
    rows.forEach((subject, outcomes) -> lines.add(line(cells(subject, outcomes, reasons))));
    lines.add("");
    for (int number = 1; number <= reasons.size(); number++) {
      lines.add("%d. %s".formatted(number, reasons.get(number - 1)));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> cells(
      List<String> subject, Map<String, Outcome> outcomes, List<String> reasons) {
    Stream<String> marks =
        checks.stream()
            .map(check -> outcomes.getOrDefault(check, Outcome.NONE))
            .map(outcome -> cell(outcome, reasons));
    return Stream.concat(subject.stream(), marks).toList();
  }

  private static String cell(Outcome outcome, List<String> reasons) {
    if (outcome.reason().isEmpty()) {
      return outcome.mark();
    }
    if (!reasons.contains(outcome.reason())) {
      reasons.add(outcome.reason());
    }
    return "%s %d".formatted(outcome.mark(), reasons.indexOf(outcome.reason()) + 1);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  @Override
  public void close() {
    System.out.println(text());
  }
}
