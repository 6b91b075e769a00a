package org.speechservlet.benchmarks.micro;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.speechservlet.audio.AudioException;
import org.speechservlet.audio.AudioIntake;
import org.speechservlet.audio.AudioLimits;
import org.speechservlet.audio.AudioSink;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.ResamplerFilters;
import org.speechservlet.audio.UpstreamFormat;

/**
 * A whole upload through the servlet's audio path, in the pieces that it reads. Seconds of audio in
 * a second of one thread are the streams that one core has time for, as far as this goes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AudioBenchmark {
  private static final int PIECE_BYTES = 8 * 1024;
  private static final int COPY_BYTES = 64 * 1024;
  private static final AudioLimits LIMITS = new AudioLimits(Duration.ofMinutes(1));

  private final ByteBuffer copy = ByteBuffer.allocate(COPY_BYTES);
  private final ResamplerFilters filters = new ResamplerFilters();

  /** What is uploaded. */
  @Param public Recording recording = Recording.WAV_PASS_THROUGH;

  private ByteBuffer upload = ByteBuffer.allocate(0);
  private ContentType type = ContentType.parse("audio/wav");

  /** Seconds of audio that were taken. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Audio {
    /** JMH divides it by the time. */
    public double seconds;
  }

  /** Makes the upload. */
  @Setup
  public void read() throws Exception {
    upload = ByteBuffer.wrap(recording.bytes());
    type = ContentType.parse(recording.contentType());
  }

  /** Takes all of it. */
  @Benchmark
  public void take(Blackhole blackhole, Audio audio) throws AudioException {
    AudioIntake intake = new AudioIntake(type, LIMITS, filters, new Sink(blackhole, copy));
    ByteBuffer bytes = upload.duplicate();
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + PIECE_BYTES));
      intake.feed(bytes);
    }
    intake.end();
    audio.seconds += intake.audioDuration().toNanos() / 1e9;
  }

  /** Copies what it gets, as whoever sends it on must. */
  private record Sink(Blackhole blackhole, ByteBuffer copy) implements AudioSink {
    @Override
    public void format(UpstreamFormat format) {
      blackhole.consume(format);
    }

    @Override
    public void audio(ByteBuffer bytes) {
      blackhole.consume(copy.clear().put(bytes));
    }
  }
}
