package org.speechservlet.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class ReportTest {

  @TempDir private Path folder;

  @Test
  void text_ofTicksAndReasons_numbersEachReasonOnce() {
    Report report = new Report(folder.resolve("table.md"), List.of("server"));
    Outcome tooLarge = Outcome.of(Optional.of(new AssertionError("too large\n\tat Somewhere")));
    report.add(List.of("A"), "formats", Outcome.PASSED);
    report.add(List.of("A"), "formats", tooLarge);
    report.add(List.of("A"), "undeploy", Outcome.of(Optional.of(new TestAbortedException("no"))));
    report.add(List.of("B"), "formats", tooLarge);

    assertEquals(
        """
        | server | formats | undeploy |
        | --- | --- | --- |
        | A | ✗ 1 | – 2 |
        | B | ✗ 1 |  |

        1. too large
        2. no
        """,
        report.text());
  }
}
