package org.speechservlet.metrics;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows one servlet to monitoring until it is closed. What goes wrong with that is logged, and
 * never reaches a recognition. Thread-safe.
 */
public final class Telemetry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

  private final @Nullable MBeanRegistration mbean;
  private final Meters meters;
  private final AtomicBoolean hasFailed = new AtomicBoolean();

  private Telemetry(@Nullable MBeanRegistration mbean, Meters meters) {
    this.mbean = mbean;
    this.meters = meters;
  }

  /**
   * Registers the servlet's MBean and, where Micrometer is, its meters.
   *
   * @param source read whenever somebody looks
   * @param registry the application's own {@code MeterRegistry}; null for Micrometer's global one
   */
  public static Telemetry start(Subject subject, SpeechMXBean source, @Nullable Object registry) {
    return new Telemetry(mbean(subject, source), Micrometer.meters(subject, source, registry));
  }

  private static @Nullable MBeanRegistration mbean(Subject subject, SpeechMXBean source) {
    try {
      return MBeanRegistration.register(
          ManagementFactory.getPlatformMBeanServer(), subject, source);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("There is no MBean for the servlet '{}'; all else works", subject.servlet(), e);
      return null;
    }
  }

  /** Takes a recognition into account that has ended. */
  public void ended(EndedRecognition recognition) {
    try {
      meters.add(recognition);
    } catch (RuntimeException | LinkageError e) {
      if (hasFailed.compareAndSet(false, true)) {
        LOG.warn("Micrometer does not take what is measured; all else works. Said once.", e);
      }
    }
  }

  @Override
  public void close() {
    if (mbean != null) {
      mbean.close();
    }
    meters.close();
  }
}
