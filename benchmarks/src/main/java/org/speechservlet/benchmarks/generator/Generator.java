package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.load.FileLoad;
import org.speechservlet.benchmarks.load.LiveLoad;
import org.speechservlet.benchmarks.load.Load;

/** Lets a load happen, on the calling thread. */
public final class Generator {
  private static final int SCRATCH_BYTES = 256 * 1024;

  /** Longer than any target's own time-outs, so that they are seen. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

  private final URI target;

  /** Uploads go to this address. */
  public Generator(URI target) {
    this.target = target;
  }

  /** Runs it to its end, and tells how it went. */
  public Figures run(Load load) throws IOException {
    if (load instanceof LiveLoad live) {
      return runLive(live);
    }
    return runFiles((FileLoad) load);
  }

  private Figures runLive(LiveLoad load) throws IOException {
    long startNanos = System.nanoTime() + 2 * ChunkedDictation.CONNECT_AHEAD_NANOS;
    long lastNanos =
        startNanos + load.ramp().plus(load.period().multipliedBy(load.pieces())).toNanos();
    try (EventLoop loop = new EventLoop()) {
      Tally tally = new Tally(load.uploads(), startNanos);
      Surroundings surroundings = new Surroundings(new Destination(target), loop, tally);
      People people = new People(load, surroundings, startNanos);
      people.begin();
      loop.run(tally::isComplete, lastNanos + PATIENCE_NANOS);
      return tally.figures();
    }
  }

  private Figures runFiles(FileLoad load) throws IOException {
    throw new UnsupportedOperationException(load.name());
  }

  private record People(LiveLoad load, Surroundings surroundings, long startNanos) {
    void begin() {
      PieceSource audio = load.audio().open();
      ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
      long step = load.ramp().toNanos() / load.streams();
      for (int i = 0; i < load.streams(); i++) {
        new ChunkedDictation(surroundings, load, audio, scratch).begin(startNanos + i * step);
      }
    }
  }
}
