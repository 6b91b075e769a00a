package org.speechservlet.benchmarks.upstream;

import java.nio.ByteBuffer;
import org.speechservlet.benchmarks.audio.BodyLayout;
import org.speechservlet.benchmarks.audio.Stamp;

/**
 * Measures one upload while it arrives: reads the stamp of each piece, checks that none is missing,
 * doubled or displaced, and tells how long it was on its way.
 */
final class ArrivalMeter {
  private final BodyLayout layout;
  private final Arrivals arrivals;
  private final ByteBuffer stamp = ByteBuffer.allocate(Stamp.BYTES);
  private int preambleRest;
  private int at;
  private int pieces;
  private long firstNanos;
  private boolean begun;

  ArrivalMeter(BodyLayout layout, Arrivals arrivals) {
    this.layout = layout;
    this.arrivals = arrivals;
    this.preambleRest = layout.preambleBytes();
  }

  /** Bytes have arrived, by index, at this time. */
  void take(ByteBuffer bytes, int from, int to, long nowNanos) {
    if (!begun) {
      begun = true;
      firstNanos = nowNanos;
    }
    arrivals.bytes(to - from);
    int next = from + skipPreamble(to - from);
    while (next < to) {
      next += takeOfPiece(bytes, next, to - next);
      if (at == layout.pieceBytes()) {
        endPiece(nowNanos);
      }
    }
  }

  private int skipPreamble(int available) {
    int count = Math.min(preambleRest, available);
    preambleRest -= count;
    return count;
  }

  /** Takes some bytes up to the next place where something happens, and returns how many. */
  private int takeOfPiece(ByteBuffer bytes, int from, int available) {
    int stampEnd = layout.stampAt() + Stamp.BYTES;
    int count;
    if (at < layout.stampAt()) {
      count = Math.min(layout.stampAt() - at, available);
    } else if (at < stampEnd) {
      count = Math.min(stampEnd - at, available);
      keep(bytes, from, count);
    } else {
      count = Math.min(layout.pieceBytes() - at, available);
    }
    at += count;
    return count;
  }

  private void keep(ByteBuffer bytes, int from, int count) {
    for (int i = 0; i < count; i++) {
      stamp.put(bytes.get(from + i));
    }
    if (!stamp.hasRemaining()) {
      check();
    }
  }

  private void check() {
    if (!Stamp.isAt(stamp, 0) || Stamp.read(stamp, 0).sequence() != pieces) {
      arrivals.damaged();
    } else if (pieces == 0) {
      arrivals.first(firstNanos - Stamp.read(stamp, 0).dueNanos());
    }
  }

  private void endPiece(long nowNanos) {
    arrivals.piece(nowNanos - Stamp.read(stamp, 0).dueNanos());
    stamp.clear();
    at = 0;
    pieces++;
  }

  /** The upload is complete. */
  void end() {
    boolean betweenPieces = layout.pieceBytes() == Integer.MAX_VALUE || at == 0;
    if (!begun || !betweenPieces) {
      arrivals.damaged();
    }
  }
}
