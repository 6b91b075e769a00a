package org.speechservlet.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says that there is, is there; and what there is, it says. */
class MeasuresInReadmeTest {
  private static final String HEAD = "| MBean attribute | meter | unit | what it is |";

  @Test
  void table_hasEachMeasure_withItsNamesUnitAndMeaning() throws IOException {
    assertEquals(
        String.join("\n", Stream.of(Measure.values()).map(MeasuresInReadmeTest::row).toList()),
        String.join("\n", table()));
  }

  private static String row(Measure measure) {
    return String.format(
        "| %s | %s | %s | %s |",
        code(measure.attribute()),
        code(Objects.requireNonNullElse(measure.meter().name(), "")),
        measure.unit(),
        measure.meaning());
  }

  private static String code(String name) {
    return name.isEmpty() ? "" : "`" + name + "`";
  }

  private static List<String> table() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../README.md"));
    return lines.subList(lines.indexOf(HEAD) + 2, lines.size()).stream()
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
