package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of the front end: samples wait here, two seconds of them at most, until the
 * decoder's thread takes them; whoever brings more waits as well.
 */
final class SampleSource extends BaseDataProcessor {
  static final int RATE_HZ = 16_000;

  private static final int PIECE_SAMPLES = RATE_HZ / 10;
  private static final int MAX_PIECES = 20;
  private static final double[] END = {};

  private final BlockingQueue<double[]> pieces = new ArrayBlockingQueue<>(MAX_PIECES);
  private boolean started;
  private boolean ended;
  private long samples;

  /** Begins a new utterance; whatever is left of the last one is dropped. */
  void reset() {
    pieces.clear();
    started = false;
    ended = false;
    samples = 0;
  }

  /** Brings samples; waits while there is no room for them. */
  void put(short[] source, int count) throws InterruptedException {
    for (int from = 0; from < count; from += PIECE_SAMPLES) {
      double[] piece = new double[Math.min(PIECE_SAMPLES, count - from)];
      for (int i = 0; i < piece.length; i++) {
        piece[i] = source[from + i];
      }
      pieces.put(piece);
    }
  }

  /** Says that no samples follow. */
  void end() throws InterruptedException {
    pieces.put(END);
  }

  /** Ends the utterance at once: samples that wait are dropped, and so are those that come. */
  void abort() {
    pieces.clear();
    pieces.offer(END);
  }

  @Override
  public @Nullable Data getData() {
    if (!started) {
      started = true;
      return new DataStartSignal(RATE_HZ);
    }
    if (ended) {
      return null;
    }
    double[] piece = take();
    if (piece.length == 0) {
      ended = true;
      return new DataEndSignal(samples * 1000 / RATE_HZ);
    }
    DoubleData data = new DoubleData(piece, RATE_HZ, samples);
    samples += piece.length;
    return data;
  }

  private double[] take() {
    try {
      return pieces.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return END;
    }
  }
}
