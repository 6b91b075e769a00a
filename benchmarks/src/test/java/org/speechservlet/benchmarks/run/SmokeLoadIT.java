package org.speechservlet.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.report.Measurement;
import org.speechservlet.benchmarks.report.Metric;

class SmokeLoadIT {

  @ParameterizedTest
  @ValueSource(strings = {"speech-jetty", "speech-tomcat"})
  void servlet_underASmallLoad_answersEverybodyAndIsMeasured(String target, @TempDir Path folder)
      throws Exception {
    Measurement measured =
        new Trial(Load.named("smoke-20"), Contestant.named(target), new Logs(folder)).run();

    assertEquals(0, measured.values().get(Metric.FAILURES));
    assertTrue(measured.values().getOrDefault(Metric.CPU_SECONDS, 0.0) > 0);
    assertTrue(measured.values().getOrDefault(Metric.RSS_MEBIBYTES, 0.0) > 0);
    assertTrue(
        measured.values().getOrDefault(Metric.FIRST_P50, 0.0) > 0
            && measured.values().getOrDefault(Metric.FORWARDED_P50, 0.0) > 0
            && measured.values().getOrDefault(Metric.DONE_P50, 0.0) > 0);
  }
}
