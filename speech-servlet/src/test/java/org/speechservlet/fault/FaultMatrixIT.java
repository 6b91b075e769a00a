package org.speechservlet.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at every stage: what the browser gets, in time, and that nothing is left behind. The
 * cells run side by side, each with services and a container of its own; each test looks at one.
 */
@NullUnmarked // the cells begin before the tests
class FaultMatrixIT {
  private static final int SIDE_BY_SIDE = 12;

  private static final Map<Cell, Future<CellRun.Seen>> RUNS = new LinkedHashMap<>();
  private static ExecutorService cells;
  private static SSLContext trust;

  @BeforeAll
  static void begin(@TempDir Path folder) throws Exception {
    Certificates certificates = Certificates.make(folder);
    trust = SSLContext.getDefault();
    SSLContext.setDefault(certificates.trust());
    cells = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    for (Cell cell : FaultMatrix.cells()) {
      String name = "cell-" + RUNS.size();
      RUNS.put(cell, cells.submit(() -> new CellRun(cell, name, certificates).run()));
    }
  }

  @AfterAll
  static void end() throws Exception {
    cells.shutdownNow();
    boolean unused = cells.awaitTermination(Course.PATIENCE_SECONDS, TimeUnit.SECONDS);
    SSLContext.setDefault(trust);
    RUNS.clear();
  }

  static List<Cell> cells() {
    return FaultMatrix.cells();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void fault_endsAsTheMatrixSays_inTime_andLeavesNothing(Cell cell) throws Exception {
    CellRun.Seen seen = RUNS.get(cell).get();

    assertEquals(cell.expected().answerHere(), seen.answer());
    assertEquals(MatrixDocument.totals(cell), seen.totals());
    assertTrue(seen.time().compareTo(CellRun.IN_TIME) < 0, "it took " + seen.time());
  }

  @Test
  void document_saysWhatRan() throws Exception {
    Map<Cell, String> answers = new LinkedHashMap<>();
    for (Map.Entry<Cell, Future<CellRun.Seen>> run : RUNS.entrySet()) {
      answers.put(run.getKey(), run.getValue().get().answer());
    }
    String table = MatrixDocument.of(answers);
    Path printed = Path.of("target", "faults-" + System.getProperty("container", "jetty") + ".md");
    Files.writeString(printed, table);
    System.out.println(table);

    assertTrue(
        Files.readString(Path.of("FAULTS.md")).contains(table),
        "FAULTS.md does not have the tables of " + printed);
  }
}
