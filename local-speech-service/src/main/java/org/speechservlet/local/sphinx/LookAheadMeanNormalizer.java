package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cepstral mean normalization that does not wait for the end of the utterance.
 *
 * <p>Sphinx4 offers two: one that knows the whole utterance, so that the search can only begin when
 * nobody speaks any more, and one that knows only what came before, which hears the first words
 * wrong. This one holds back a stretch of frames and takes the mean of all that it has seen, with a
 * prior that counts as some frames more (a maximum a posteriori estimate).
 */
final class LookAheadMeanNormalizer extends BaseDataProcessor {
  /**
   * What the first cepstral coefficients of speech are like on average; the others are near zero.
   */
  private static final double[] PRIOR = {40, 3, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  private final int lookAheadFrames;
  private final double priorFrames;
  private final Deque<Data> held = new ArrayDeque<>();
  private final double[] sum = new double[PRIOR.length];
  private long frames;
  private boolean ended;

  /**
   * @param lookAheadFrames how many frames (of 10 ms) are held back
   * @param priorFrames how many frames the prior counts as
   */
  LookAheadMeanNormalizer(int lookAheadFrames, double priorFrames) {
    this.lookAheadFrames = lookAheadFrames;
    this.priorFrames = priorFrames;
  }

  /** Begins a new utterance. */
  @Override
  public void initialize() {
    super.initialize();
    held.clear();
    Arrays.fill(sum, 0);
    frames = 0;
    ended = false;
  }

  @Override
  public @Nullable Data getData() {
    while (!ended && held.size() <= lookAheadFrames) {
      Data next = getPredecessor().getData();
      if (next == null || next instanceof DataEndSignal) {
        ended = true;
      }
      if (next instanceof DoubleData cepstrum) {
        count(cepstrum.getValues());
      }
      if (next != null) {
        held.add(next);
      }
    }
    Data data = held.poll();
    if (data instanceof DoubleData cepstrum) {
      normalize(cepstrum.getValues());
    }
    return data;
  }

  /** Frames of less than no energy are digital silence, which says nothing about the channel. */
  private void count(double[] cepstrum) {
    if (cepstrum[0] >= 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += cepstrum[i];
      }
      frames++;
    }
  }

  private void normalize(double[] cepstrum) {
    for (int i = 0; i < sum.length; i++) {
      cepstrum[i] -= (sum[i] + priorFrames * PRIOR[i]) / (frames + priorFrames);
    }
  }
}
