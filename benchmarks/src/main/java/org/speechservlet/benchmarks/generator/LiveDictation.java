package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.load.LiveLoad;

/** Somebody who speaks piece by piece over one connection, which ends with the first outcome. */
abstract sealed class LiveDictation implements ClientConnection.Owner
    permits ChunkedDictation, ResumableDictation {

  /** A page has its connection before somebody speaks. */
  static final long CONNECT_AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  final Surroundings surroundings;
  final PieceSource audio;
  final ByteBuffer scratch;
  final int pieces;
  final long periodNanos;
  private @Nullable ClientConnection connection;
  private boolean ended;

  /** {@code audio} and {@code scratch} are everybody's. */
  LiveDictation(Surroundings surroundings, LiveLoad load, PieceSource audio, ByteBuffer scratch) {
    this.surroundings = surroundings;
    this.audio = audio;
    this.scratch = scratch;
    this.pieces = load.pieces();
    this.periodNanos = load.period().toNanos();
  }

  /** The first piece will be due at that time. */
  final void begin(long startNanos) {
    surroundings.loop().at(startNanos - CONNECT_AHEAD_NANOS, () -> connect(startNanos));
  }

  private void connect(long startNanos) {
    try {
      connection =
          ClientConnection.open(
              this, surroundings.destination().address(), surroundings.loop().selector());
      surroundings.loop().at(startNanos, () -> speakFrom(startNanos));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first piece is due. */
  abstract void speakFrom(long startNanos);

  /** The connection; null once there is an outcome. */
  final @Nullable ClientConnection open() {
    return ended ? null : connection;
  }

  @Override
  public final void lost(String how) {
    end(() -> surroundings.tally().failed(how));
  }

  final void end(Runnable outcome) {
    if (!ended) {
      ended = true;
      outcome.run();
      if (connection != null) {
        connection.close();
      }
    }
  }
}
