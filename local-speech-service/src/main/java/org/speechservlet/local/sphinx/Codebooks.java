package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.GaussianWeights;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.util.LogMath;

/**
 * The Gaussians of a phonetically tied model in arrays: a codebook for each base phone and feature
 * stream, and the weights with which each senone mixes its codebook. Immutable.
 */
final class Codebooks {
  static final int STREAMS = 3;
  static final int GAUSSIANS = 128;

  private static final int DIMENSIONS = 13;

  /** How far below the best one, as a natural logarithm, a Gaussian may lie and count. */
  private static final float PRUNING = 10;

  final int phoneCount;
  final int senoneCount;
  final int[] phoneOfSenone;
  final float toLogBase;
  private final float[][] means;
  private final float[][] halfPrecisions;
  private final float[][] constants;
  private final float[] weights;

  private Codebooks(
      Pool<float[]> meansPool,
      Pool<float[]> variancePool,
      GaussianWeights mixture,
      int[] phoneOfSenone,
      float varianceFloor,
      LogMath logMath) {
    this.phoneOfSenone = phoneOfSenone.clone();
    this.senoneCount = mixture.getStatesNum();
    this.phoneCount = meansPool.size() / (GAUSSIANS * STREAMS);
    this.toLogBase = logMath.lnToLog(1f);
    this.means = new float[phoneCount * STREAMS][GAUSSIANS * DIMENSIONS];
    this.halfPrecisions = new float[phoneCount * STREAMS][GAUSSIANS * DIMENSIONS];
    this.constants = new float[phoneCount * STREAMS][GAUSSIANS];
    this.weights = new float[senoneCount * STREAMS * GAUSSIANS];
    for (int codebook = 0; codebook < phoneCount * STREAMS; codebook++) {
      for (int gaussian = 0; gaussian < GAUSSIANS; gaussian++) {
        int index = codebook * GAUSSIANS + gaussian;
        put(codebook, gaussian, meansPool.get(index), variancePool.get(index), varianceFloor);
      }
    }
    fillWeights(mixture, logMath);
  }

  static Codebooks of(
      Pool<float[]> meansPool,
      Pool<float[]> variancePool,
      GaussianWeights mixture,
      int[] phoneOfSenone,
      float varianceFloor,
      LogMath logMath) {
    return new Codebooks(meansPool, variancePool, mixture, phoneOfSenone, varianceFloor, logMath);
  }

  /** Dimension by dimension, so that all Gaussians of a codebook are computed side by side. */
  private void put(int codebook, int gaussian, float[] mean, float[] variance, float floor) {
    double logDeterminant = DIMENSIONS * Math.log(2 * Math.PI);
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      float floored = Math.max(variance[dimension], floor);
      means[codebook][dimension * GAUSSIANS + gaussian] = mean[dimension];
      halfPrecisions[codebook][dimension * GAUSSIANS + gaussian] = -0.5f / floored;
      logDeterminant += Math.log(floored);
    }
    constants[codebook][gaussian] = (float) (-0.5 * logDeterminant);
  }

  private void fillWeights(GaussianWeights mixture, LogMath logMath) {
    for (int senone = 0; senone < senoneCount; senone++) {
      for (int stream = 0; stream < STREAMS; stream++) {
        for (int gaussian = 0; gaussian < GAUSSIANS; gaussian++) {
          weights[(senone * STREAMS + stream) * GAUSSIANS + gaussian] =
              (float) logMath.logToLinear(mixture.get(senone, stream, gaussian));
        }
      }
    }
  }

  /** The Gaussians of one phone that are near a frame, stream after stream. */
  static final class Nearest {
    final int[] gaussians = new int[STREAMS * GAUSSIANS];
    final float[] densities = new float[STREAMS * GAUSSIANS];
    final int[] streamEnds = new int[STREAMS];
    float logScale;
  }

  /** Finds the Gaussians of a phone that are near a frame; {@code scores} is room to work in. */
  Nearest nearest(int phone, float[] feature, float[] scores) {
    Nearest nearest = new Nearest();
    int count = 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      int codebook = phone * STREAMS + stream;
      float best = logDensities(codebook, feature, stream * DIMENSIONS, scores);
      nearest.logScale += best;
      for (int gaussian = 0; gaussian < GAUSSIANS; gaussian++) {
        if (scores[gaussian] >= best - PRUNING) {
          nearest.gaussians[count] = gaussian;
          nearest.densities[count++] = (float) Math.exp(scores[gaussian] - best);
        }
      }
      nearest.streamEnds[stream] = count;
    }
    return nearest;
  }

  private float logDensities(int codebook, float[] feature, int from, float[] scores) {
    System.arraycopy(constants[codebook], 0, scores, 0, GAUSSIANS);
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      addDimension(
          scores,
          means[codebook],
          halfPrecisions[codebook],
          dimension * GAUSSIANS,
          feature[from + dimension]);
    }
    float best = scores[0];
    for (int gaussian = 1; gaussian < GAUSSIANS; gaussian++) {
      best = Math.max(best, scores[gaussian]);
    }
    return best;
  }

  /** A loop of its own, as the compiler turns such a one into vector instructions. */
  private static void addDimension(
      float[] scores, float[] mean, float[] halfPrecision, int from, float value) {
    for (int gaussian = 0; gaussian < GAUSSIANS; gaussian++) {
      float distance = value - mean[from + gaussian];
      scores[gaussian] += distance * distance * halfPrecision[from + gaussian];
    }
  }

  /** The score of a senone, in Sphinx4's logarithm, given what is near of its phone. */
  float mix(int senone, Nearest nearest) {
    double product = 1;
    int at = 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      int base = (senone * STREAMS + stream) * GAUSSIANS;
      float sum = 0;
      for (; at < nearest.streamEnds[stream]; at++) {
        sum += nearest.densities[at] * weights[base + nearest.gaussians[at]];
      }
      product *= sum;
    }
    return (float) (Math.log(product) + nearest.logScale) * toLogBase;
  }
}
