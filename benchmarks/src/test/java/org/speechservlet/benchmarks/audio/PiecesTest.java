package org.speechservlet.benchmarks.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.speechservlet.audio.AudioIntake;
import org.speechservlet.audio.AudioLimits;
import org.speechservlet.audio.AudioSink;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.ResamplerFilters;
import org.speechservlet.audio.UpstreamFormat;

class PiecesTest {
  private static final int PIECES = 5;

  static Stream<Arguments> sources() {
    return Stream.of(
        Arguments.of(new WavPieces(Duration.ofMillis(100)), Duration.ofMillis(500)),
        Arguments.of(new OpusPieces(), Duration.ofMillis(1250)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void pieces_throughTheServletsAudioCheck_areWhereTheLayoutSays(
      PieceSource source, Duration duration) throws Exception {
    Sink sink = new Sink();
    AudioIntake intake =
        new AudioIntake(
            ContentType.parse(source.contentType()),
            new AudioLimits(Duration.ofMinutes(1)),
            new ResamplerFilters(),
            sink);
    intake.feed(upload(source));
    intake.end();

    assertEquals(duration, intake.audioDuration());
    ByteBuffer arrived = ByteBuffer.wrap(sink.bytes.toByteArray());
    BodyLayout layout = source.layout();
    assertEquals(layout.preambleBytes() + PIECES * layout.pieceBytes(), arrived.capacity());
    for (int i = 0; i < PIECES; i++) {
      int at = layout.preambleBytes() + i * layout.pieceBytes() + layout.stampAt();
      assertTrue(Stamp.isAt(arrived, at));
      assertEquals(new Stamp(i, 1_000L * i), Stamp.read(arrived, at));
    }
  }

  private static ByteBuffer upload(PieceSource source) {
    ByteBuffer upload = ByteBuffer.allocate(64 * 1024).put(source.preamble());
    for (int i = 0; i < PIECES; i++) {
      source.put(upload, i, i == PIECES - 1, 1_000L * i);
    }
    return upload.flip();
  }

  private static final class Sink implements AudioSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void format(UpstreamFormat format) {}

    @Override
    public void audio(ByteBuffer audio) {
      byte[] copy = new byte[audio.remaining()];
      audio.get(copy);
      bytes.writeBytes(copy);
    }
  }
}
