package org.speechservlet.local;

import java.time.Duration;
import org.speechservlet.local.audio.SampleSink;

/** Samples of 16 kHz as times, and as the Speech API's ticks of 100 ns. */
final class AudioTime {

  private static final long NANOS_PER_SAMPLE = 1_000_000_000L / SampleSink.RATE_HZ;
  private static final long NANOS_PER_TICK = 100;

  private AudioTime() {}

  static Duration duration(long samples) {
    return Duration.ofNanos(samples * NANOS_PER_SAMPLE);
  }

  static long samples(Duration duration) {
    return duration.toNanos() / NANOS_PER_SAMPLE;
  }

  static long ticks(long samples) {
    return samples * NANOS_PER_SAMPLE / NANOS_PER_TICK;
  }

  static long ticks(Duration duration) {
    return duration.toNanos() / NANOS_PER_TICK;
  }
}
