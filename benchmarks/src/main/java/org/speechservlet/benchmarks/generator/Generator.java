package org.speechservlet.benchmarks.generator;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.speechservlet.benchmarks.audio.PieceSource;
import org.speechservlet.benchmarks.audio.WavFile;
import org.speechservlet.benchmarks.control.Figures;
import org.speechservlet.benchmarks.load.FileLoad;
import org.speechservlet.benchmarks.load.LiveLoad;
import org.speechservlet.benchmarks.load.Load;

/** Lets a load happen, on the calling thread. */
public final class Generator {
  private static final int SCRATCH_BYTES = 128 * 1024;

  /** Longer than any target's own time-outs, so that they are seen. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

  private static final long LONGEST_FILES_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Destination destination;

  /** Uploads go to this address. */
  public Generator(URI target) {
    this.destination = new Destination(target);
  }

  /** Runs it to its end, and tells how it went. */
  public Figures run(Load load) throws IOException {
    try (EventLoop loop = new EventLoop()) {
      if (load instanceof LiveLoad live) {
        return dictate(live, loop);
      }
      return upload((FileLoad) load, loop);
    }
  }

  private Figures dictate(LiveLoad load, EventLoop loop) throws IOException {
    long startNanos = System.nanoTime() + 2 * LiveDictation.CONNECT_AHEAD_NANOS;
    Tally tally = new Tally(load.uploads(), startNanos);
    Surroundings surroundings = new Surroundings(destination, loop, tally);
    PieceSource audio = load.audio().open();
    ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
    long stepNanos = load.ramp().toNanos() / load.streams();
    for (int i = 0; i < load.streams(); i++) {
      long firstNanos = startNanos + i * stepNanos;
      switch (load.transfer()) {
        case CHUNKED -> new ChunkedDictation(surroundings, load, audio, scratch).begin(firstNanos);
        case RESUMABLE ->
            new ResumableDictation(surroundings, load, audio, scratch).begin(firstNanos);
      }
    }
    loop.run(tally::isComplete, startNanos + load.duration().toNanos() + PATIENCE_NANOS);
    return tally.figures();
  }

  private Figures upload(FileLoad load, EventLoop loop) throws IOException {
    long startNanos = System.nanoTime();
    Tally tally = new Tally(load.uploads(), startNanos);
    Surroundings surroundings = new Surroundings(destination, loop, tally);
    WavFile file = load.file();
    AtomicInteger begun = new AtomicInteger();
    BooleanSupplier isMoreWanted = () -> begun.getAndIncrement() < load.uploads();
    for (int i = 0; i < load.streams(); i++) {
      new FileUploader(surroundings, file, isMoreWanted).proceed();
    }
    loop.run(tally::isComplete, startNanos + LONGEST_FILES_NANOS);
    return tally.figures();
  }
}
