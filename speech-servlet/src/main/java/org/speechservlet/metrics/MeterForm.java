package org.speechservlet.metrics;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a measure in Micrometer.
 *
 * @param name null if there is no meter
 * @param value where a gauge or a counter is read; null for what each recognition adds to
 */
record MeterForm(Kind kind, @Nullable String name, @Nullable ToDoubleFunction<SpeechMXBean> value) {
  enum Kind {
    NONE,
    GAUGE,
    COUNTER,
    /** Each recognition adds to it when it ends. */
    RECORDED
  }

  static MeterForm none() {
    return new MeterForm(Kind.NONE, null, null);
  }

  static MeterForm gauge(String name, ToDoubleFunction<SpeechMXBean> value) {
    return new MeterForm(Kind.GAUGE, name, value);
  }

  /** Only for what never becomes less. */
  static MeterForm counter(String name, ToDoubleFunction<SpeechMXBean> value) {
    return new MeterForm(Kind.COUNTER, name, value);
  }

  static MeterForm recorded(String name) {
    return new MeterForm(Kind.RECORDED, name, null);
  }

  String requireName() {
    return Objects.requireNonNull(name, "name");
  }

  ToDoubleFunction<SpeechMXBean> requireValue() {
    return Objects.requireNonNull(value, "value");
  }

  /** What is unknown, as Micrometer has it. */
  static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
