package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.generator.GeneratorMain;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.report.Measurement;
import org.speechservlet.benchmarks.report.Metric;
import org.speechservlet.benchmarks.upstream.UpstreamMain;

/** One load on one target, each with processes of their own that nothing ran in before. */
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
    try (ChildProcess upstream = standIn(UpstreamMain.class, load.name());
        RunningTarget target = contestant.start(upstream.port(), logs);
        ChildProcess generator =
            standIn(GeneratorMain.class, load.name(), target.uri().toString())) {
      generator.call("warm");
      upstream.call("reset");
      Map<Metric, Double> values = new EnumMap<>(Metric.class);
      Optional<ProcessMeter> meter = target.meter();
      Figures sent =
          meter.isPresent() ? measure(generator, meter.get(), values) : generator.call("measure");
      Figures arrived = upstream.call("report");
      new Reading(load, sent, arrived).addTo(values);
      new Plausibility(contestant, sent, arrived).check();
      return new Measurement(load.name(), contestant.title(), values);
    }
  }

  private ChildProcess standIn(Class<?> main, String... arguments) throws IOException {
    return ChildProcess.start(
        JavaCommand.standIn(main, arguments),
        logs.of(main.getSimpleName() + "-" + contestant.title()));
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
