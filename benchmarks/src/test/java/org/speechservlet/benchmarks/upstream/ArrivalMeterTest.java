package org.speechservlet.benchmarks.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.speechservlet.benchmarks.audio.OpusPieces;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.audio.WavPieces;
import org.speechservlet.benchmarks.control.Figures;

class ArrivalMeterTest {
  private static final long DUE_NANOS = 1_000_000_000;
  private static final long ARRIVED_NANOS = DUE_NANOS + 8_000_000;

  private final Arrivals arrivals = new Arrivals();

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 3_200, 100_000})
  void take_piecesCutAnywhere_tellsHowLongTheyWereOnTheirWay(int partBytes) {
    Figures figures =
        measure(new WavPieces(Duration.ofMillis(100)), new int[] {0, 1, 2}, partBytes);

    assertEquals(8, figures.get("fwd.p50"), 0.1);
    assertEquals(8, figures.get("first.p99"), 0.1);
    assertEquals(0, figures.get("damaged"));
    assertEquals(44 + 3 * 3_200, figures.get("bytes"));
  }

  @Test
  void take_opusPages_findsTheirStamps() {
    assertEquals(0, measure(new OpusPieces(), new int[] {0, 1, 2}, 700).get("damaged"));
  }

  @Test
  void take_pieceThatIsMissing_isDamage() {
    PieceSource audio = new WavPieces(Duration.ofMillis(100));

    assertEquals(1, measure(audio, new int[] {0, 2}, 1_000).get("damaged"));
  }

  @Test
  void end_insideAPiece_isDamage() {
    ArrivalMeter meter = new ArrivalMeter(new WavPieces(Duration.ofMillis(100)).layout(), arrivals);
    meter.take(ByteBuffer.allocate(50), 0, 50, ARRIVED_NANOS);
    meter.end();

    assertEquals(1, arrivals.figures().get("damaged"));
  }

  private Figures measure(PieceSource audio, int[] sequences, int partBytes) {
    ByteBuffer upload = ByteBuffer.allocate(64 * 1024).put(audio.preamble());
    for (int sequence : sequences) {
      audio.put(upload, sequence, false, DUE_NANOS);
    }
    ArrivalMeter meter = new ArrivalMeter(audio.layout(), arrivals);
    int end = upload.position();
    for (int at = 0; at < end; at += partBytes) {
      meter.take(upload, at, Math.min(end, at + partBytes), ARRIVED_NANOS);
    }
    meter.end();
    return arrivals.figures();
  }
}
