package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The way out of one recognition: passes audio to the sink, and measures its duration against the
 * limit. Time is counted in samples of 48 kHz, of which samples of 16 kHz and durations of Opus
 * packets are whole numbers.
 */
final class AudioOutput {
  static final int CLOCK_HZ = 48_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final AudioSink sink;
  private final Duration limit;
  private final long limitTicks;
  private long ticks;

  AudioOutput(AudioLimits limits, AudioSink sink) {
    this.sink = sink;
    this.limit = limits.maxAudioDuration();
    this.limitTicks = ticks(limit);
  }

  private static long ticks(Duration duration) {
    if (duration.getSeconds() >= Long.MAX_VALUE / NANOS_PER_SECOND) {
      return Long.MAX_VALUE;
    }
    return duration.getSeconds() * CLOCK_HZ
        + duration.getNano() * (long) CLOCK_HZ / NANOS_PER_SECOND;
  }

  void open(UpstreamFormat format) {
    sink.format(format);
  }

  /** Passes on bytes, all that remain in the buffer. */
  void write(ByteBuffer bytes) {
    if (bytes.hasRemaining()) {
      int end = bytes.limit();
      sink.audio(bytes);
      bytes.position(end);
    }
  }

  /** How much audio may still be passed on. */
  long remainingTicks() {
    return limitTicks - ticks;
  }

  /** Counts audio that is passed on. */
  void advance(long audioTicks) throws AudioException {
    if (audioTicks > remainingTicks()) {
      throw AudioException.tooLong(limit);
    }
    ticks += audioTicks;
  }

  Duration duration() {
    return Duration.ofSeconds(ticks / CLOCK_HZ, ticks % CLOCK_HZ * NANOS_PER_SECOND / CLOCK_HZ);
  }
}
