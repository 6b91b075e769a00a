package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.load.LiveLoad;
import org.speechservlet.benchmarks.report.Measurement;
import org.speechservlet.benchmarks.report.Metric;

/**
 * One more run of a live load, of which nothing is timed: counts system calls, and has the heap
 * collected while all streams are open.
 */
final class Inspection {
  private static final double BYTES_PER_KIB = 1024;

  private final LiveLoad load;
  private final Contestant contestant;
  private final Logs logs;
  private final boolean countsSystemCalls;

  Inspection(LiveLoad load, Contestant contestant, Logs logs, boolean countsSystemCalls) {
    this.load = load;
    this.contestant = contestant;
    this.logs = logs;
    this.countsSystemCalls = countsSystemCalls;
  }

  Measurement run() throws IOException, InterruptedException, ExecutionException {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    try (Setup setup = new Setup(load, contestant, logs)) {
      // Before many were there: connections that are kept for the next ones belong to the streams.
      setup.generator().call("touch");
      OptionalDouble idle = setup.target().heapBytes();
      setup.generator().call("warm");
      ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
      try {
        Future<OptionalDouble> open =
            timer.schedule(
                setup.target()::heapBytes, load.allOpenAfter().toMillis(), TimeUnit.MILLISECONDS);
        countWhileMeasuring(setup, values);
        if (idle.isPresent()) {
          double growth = open.get().orElseThrow() - idle.getAsDouble();
          values.put(Metric.HEAP_KIB_PER_STREAM, growth / BYTES_PER_KIB / load.streams());
        }
      } finally {
        timer.shutdown();
      }
    }
    return new Measurement(load.name(), contestant.title(), values);
  }

  private void countWhileMeasuring(Setup setup, Map<Metric, Double> values)
      throws IOException, InterruptedException {
    if (!countsSystemCalls || setup.target().meter().isEmpty()) {
      values.put(Metric.FAILURES, setup.generator().call("measure").get("failures"));
      return;
    }
    SystemCallCounter counter =
        SystemCallCounter.start(setup.target().meter().orElseThrow().pids());
    Figures sent = setup.generator().call("measure");
    values.put(Metric.FAILURES, sent.get("failures"));
    counter
        .stop()
        .ifPresent(count -> values.put(Metric.SYSTEM_CALLS_PER_PIECE, count / sent.get("pieces")));
  }
}
