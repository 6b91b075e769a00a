package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.report.Measurement;
import org.speechservlet.benchmarks.report.Metric;

/** One load on one target, timed. */
final class Trial {
  private final Load load;
  private final Contestant contestant;
  private final Logs logs;

  Trial(Load load, Contestant contestant, Logs logs) {
    this.load = load;
    this.contestant = contestant;
    this.logs = logs;
  }

  /** Warms up, then measures. */
  Measurement run() throws IOException {
    try (Setup setup = new Setup(load, contestant, logs)) {
      setup.generator().call("warm");
      setup.upstream().call("reset");
      Map<Metric, Double> values = new EnumMap<>(Metric.class);
      Optional<ProcessMeter> meter = setup.target().meter();
      Figures sent =
          meter.isPresent()
              ? measure(setup.generator(), meter.get(), values)
              : setup.generator().call("measure");
      Figures arrived = setup.upstream().call("report");
      new Plausibility(contestant, sent, arrived).check();
      new Reading(load, sent, arrived).addTo(values);
      return new Measurement(load.name(), contestant.title(), values);
    }
  }

  private static Figures measure(
      ChildProcess generator, ProcessMeter meter, Map<Metric, Double> values) throws IOException {
    try (ThreadWatch threads = new ThreadWatch(meter)) {
      double before = meter.cpuSeconds();
      Figures sent = generator.call("measure");
      values.put(Metric.CPU_SECONDS, meter.cpuSeconds() - before);
      values.put(Metric.RSS_MEBIBYTES, meter.peakMebibytes());
      values.put(Metric.THREADS, threads.most());
      return sent;
    }
  }
}
