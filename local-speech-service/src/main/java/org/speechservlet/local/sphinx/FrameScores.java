package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;

/**
 * How well the frame at hand fits each senone, computed when first asked for. Confined to one
 * utterance: Sphinx keeps such scores in its acoustic model, which therefore could not be shared.
 */
final class FrameScores {

  /**
   * Gaussians whose density is this many nats below the best of their codebook are left out. Sphinx
   * keeps the best four, which is faster in its code, and costs accuracy.
   */
  private static final float GAUSSIAN_BEAM_NATS = 10;

  private final TiedMixtures mixtures;
  private final float natsToSphinx = LogMath.getLogMath().lnToLog(1);
  private final float[] senoneScores;
  private final Codebook[] codebooks;
  private final float[] densities;
  private float[] features = {};

  FrameScores(TiedMixtures mixtures) {
    this.mixtures = mixtures;
    this.senoneScores = new float[mixtures.senoneCount];
    this.densities = new float[mixtures.gaussianCount];
    this.codebooks = new Codebook[mixtures.codebookCount];
    for (int i = 0; i < codebooks.length; i++) {
      codebooks[i] = new Codebook();
    }
  }

  /** Goes on to the next frame. */
  void begin(float[] nextFeatures) {
    features = nextFeatures;
    Arrays.fill(senoneScores, Float.NaN);
    for (Codebook codebook : codebooks) {
      codebook.isEvaluated = false;
    }
  }

  /** The log likelihood of the frame, to Sphinx's base. */
  float score(int senone) {
    float known = senoneScores[senone];
    if (!Float.isNaN(known)) {
      return known;
    }
    float score = compute(senone);
    senoneScores[senone] = score;
    return score;
  }

  private float compute(int senone) {
    int index = mixtures.codebookOf(senone);
    Codebook codebook = codebooks[index];
    if (!codebook.isEvaluated) {
      codebook.evaluate(index);
    }
    double likelihood = 1;
    int from = 0;
    for (int stream = 0; stream < mixtures.streamCount; stream++) {
      float sum = 0;
      for (int i = from; i < codebook.ends[stream]; i++) {
        sum += codebook.densities[i] * mixtures.weight(senone, stream, codebook.gaussians[i]);
      }
      likelihood *= sum;
      from = codebook.ends[stream];
    }
    return (float) (Math.log(likelihood) + codebook.logBest) * natsToSphinx;
  }

  /**
   * The Gaussians near the frame: their numbers, and their densities relative to the best one's.
   */
  private final class Codebook {

    private final int[] gaussians = new int[mixtures.streamCount * mixtures.gaussianCount];
    private final float[] densities = new float[mixtures.streamCount * mixtures.gaussianCount];

    /** Where each stream's Gaussians end in the two arrays. */
    private final int[] ends = new int[mixtures.streamCount];

    /** The best densities of all streams together, as a natural logarithm. */
    private float logBest;

    private boolean isEvaluated;

    private void evaluate(int index) {
      isEvaluated = true;
      logBest = 0;
      int end = 0;
      for (int stream = 0; stream < mixtures.streamCount; stream++) {
        mixtures.evaluate(index, stream, features, FrameScores.this.densities);
        float best = max(FrameScores.this.densities);
        logBest += best;
        end = select(best, end);
        ends[stream] = end;
      }
    }

    private int select(float best, int from) {
      int end = from;
      float[] logs = FrameScores.this.densities;
      for (int g = 0; g < logs.length; g++) {
        if (logs[g] >= best - GAUSSIAN_BEAM_NATS) {
          gaussians[end] = g;
          densities[end] = (float) Math.exp(logs[g] - best);
          end++;
        }
      }
      return end;
    }
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
