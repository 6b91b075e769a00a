package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.GaussianWeights;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.util.LogMath;

/**
 * The numbers of a phonetically tied acoustic model, laid out for speed: each phone has a codebook
 * of Gaussians for each stream (cepstra, deltas, double deltas), and each tied HMM state (senone)
 * its weights for the Gaussians of its phone's codebook. Immutable: all recognizers read the same.
 */
final class TiedMixtures {

  private static final float LOWEST_VARIANCE = 1e-4f;

  final int streamCount;
  final int gaussianCount;
  final int senoneCount;
  final int codebookCount;

  /** How long a frame's part for one stream is. */
  final int dimension;

  /** By codebook and stream; in each, dimension after dimension, all Gaussians together. */
  private final float[][] means;

  /** Minus a half over the variance; laid out like {@link #means}. */
  private final float[][] precisions;

  /** The density at the mean, natural logarithm; by codebook and stream, then Gaussian. */
  private final float[][] peaks;

  /** Linear; by senone, stream, Gaussian. */
  private final float[] weights;

  private final int[] codebookOfSenone;

  /**
   * @param means by codebook, stream and Gaussian, as Sphinx3 files have them
   * @param variances likewise
   * @param logWeights the mixture weights as logarithms to Sphinx's base
   */
  TiedMixtures(
      Pool<float[]> means,
      Pool<float[]> variances,
      GaussianWeights logWeights,
      int[] codebookOfSenone) {
    this.streamCount = logWeights.getStreamsNum();
    this.gaussianCount = logWeights.getGauPerState();
    this.senoneCount = logWeights.getStatesNum();
    this.dimension = means.get(0).length;
    this.codebookCount = means.size() / (streamCount * gaussianCount);
    this.codebookOfSenone = codebookOfSenone.clone();
    int bookCount = codebookCount * streamCount;
    this.means = new float[bookCount][dimension * gaussianCount];
    this.precisions = new float[bookCount][dimension * gaussianCount];
    this.peaks = new float[bookCount][gaussianCount];
    this.weights = linear(logWeights);
    for (int i = 0; i < bookCount * gaussianCount; i++) {
      layOut(i / gaussianCount, i % gaussianCount, means.get(i), variances.get(i));
    }
  }

  private void layOut(int book, int gaussian, float[] mean, float[] variance) {
    double logNorm = dimension * Math.log(2 * Math.PI);
    for (int d = 0; d < dimension; d++) {
      float floored = Math.max(variance[d], LOWEST_VARIANCE);
      means[book][d * gaussianCount + gaussian] = mean[d];
      precisions[book][d * gaussianCount + gaussian] = -0.5f / floored;
      logNorm += Math.log(floored);
    }
    peaks[book][gaussian] = (float) (-0.5 * logNorm);
  }

  private float[] linear(GaussianWeights logWeights) {
    LogMath logMath = LogMath.getLogMath();
    float[] linear = new float[senoneCount * streamCount * gaussianCount];
    for (int i = 0; i < linear.length; i++) {
      int gaussian = i % gaussianCount;
      int stream = i / gaussianCount % streamCount;
      int senone = i / gaussianCount / streamCount;
      linear[i] = (float) logMath.logToLinear(logWeights.get(senone, stream, gaussian));
    }
    return linear;
  }

  int codebookOf(int senone) {
    return codebookOfSenone[senone];
  }

  float weight(int senone, int stream, int gaussian) {
    return weights[(senone * streamCount + stream) * gaussianCount + gaussian];
  }

  /**
   * Computes the log densities (natural) of all Gaussians of one codebook's stream.
   *
   * @param features a whole frame, the streams one after the other
   * @param densities takes the result, one for each Gaussian
   */
  void evaluate(int codebook, int stream, float[] features, float[] densities) {
    int book = codebook * streamCount + stream;
    System.arraycopy(peaks[book], 0, densities, 0, gaussianCount);
    for (int d = 0; d < dimension; d++) {
      addDimension(
          means[book],
          precisions[book],
          d * gaussianCount,
          features[stream * dimension + d],
          densities);
    }
  }

  /** A loop of its own, without branches, which the compiler turns into vector instructions. */
  private static void addDimension(
      float[] means, float[] precisions, int offset, float feature, float[] densities) {
    for (int g = 0; g < densities.length; g++) {
      float distance = feature - means[offset + g];
      densities[g] += distance * distance * precisions[offset + g];
    }
  }
}
