package org.speechservlet.benchmarks.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks now and then how many threads a process has, and keeps the most. */
final class ThreadWatch implements AutoCloseable {
  private static final long PERIOD_MS = 500;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ProcessMeter meter;
  private volatile double most;

  ThreadWatch(ProcessMeter meter) {
    this.meter = meter;
    var unused = timer.scheduleAtFixedRate(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    most = Math.max(most, meter.threads());
  }

  double most() {
    return most;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
