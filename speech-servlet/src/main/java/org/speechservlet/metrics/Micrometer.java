package org.speechservlet.metrics;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether Micrometer is there, and names none of its classes itself. */
final class Micrometer {
  private static final Logger LOG = LoggerFactory.getLogger(Micrometer.class);
  private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

  private Micrometer() {}

  /**
   * Registers a servlet's meters, if this class sees Micrometer.
   *
   * @param registry as {@link Telemetry#start} has it
   */
  static Meters meters(Subject subject, SpeechMXBean source, @Nullable Object registry) {
    if (!isThere()) {
      if (registry != null) {
        LOG.warn(
            "{} is to be used for meters, but the class loader of this JAR sees no Micrometer: put"
                + " both into the same place",
            registry.getClass().getName());
      }
      return Meters.NONE;
    }
    try {
      return MicrometerMeters.register(registry, subject, source);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn(
          "There are no meters for the servlet '{}', as Micrometer does not take them; all else"
              + " works",
          subject.servlet(),
          e);
      return Meters.NONE;
    }
  }

  private static boolean isThere() {
    try {
      Class<?> unused = Class.forName(REGISTRY, false, Micrometer.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
