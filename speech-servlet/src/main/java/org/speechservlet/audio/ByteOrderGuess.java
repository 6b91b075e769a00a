package org.speechservlet.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Tells from the audio itself in which byte order 16-bit samples are written.
 *
 * <p>Read in the wrong order, any audio turns into noise of nearly full level, since the low bytes,
 * which change from sample to sample, become the high ones. Read in the right order, a sample can
 * mostly be foretold from the two before it. So both readings are tried with the best linear
 * prediction of order two (a pure tone of any frequency leaves no error at all), and that one wins
 * which is foretold better by 6 dB, relative to its own level. If neither is, both are noise, or
 * silence; then the one with less error wins, also by 6 dB: quiet noise reads as loud noise in the
 * wrong order. Else (noise of full level, digital silence) there is no verdict.
 */
final class ByteOrderGuess {
  private static final double CLEAR_RATIO = 4;

  /** Share of the energy that counts as no error, so that two perfect predictions are equal. */
  private static final double FLOOR = 1e-9;

  private ByteOrderGuess() {}

  /**
   * Judges samples.
   *
   * @param samples from index 0 to the limit; the buffer's own order does not matter
   * @param channels how many samples lie from one to the next of the same channel
   */
  static Optional<ByteOrder> of(ByteBuffer samples, int channels) {
    Prediction little = Prediction.of(samples.duplicate().order(ByteOrder.LITTLE_ENDIAN), channels);
    Prediction big = Prediction.of(samples.duplicate().order(ByteOrder.BIG_ENDIAN), channels);
    return compare(little.error() / little.energy(), big.error() / big.energy())
        .or(() -> compare(little.error(), big.error()));
  }

  private static Optional<ByteOrder> compare(double little, double big) {
    if (little * CLEAR_RATIO < big) {
      return Optional.of(ByteOrder.LITTLE_ENDIAN);
    }
    return big * CLEAR_RATIO < little ? Optional.of(ByteOrder.BIG_ENDIAN) : Optional.empty();
  }

  /**
   * How well samples can be foretold.
   *
   * @param energy sum of their squares
   * @param error sum of the squares of what the prediction misses
   */
  private record Prediction(double energy, double error) {

    static Prediction of(ByteBuffer samples, int lag) {
      int count = samples.limit() / PcmFormat.SAMPLE_BYTES;
      double xx = 0;
      double xa = 0;
      double xb = 0;
      double aa = 0;
      double ab = 0;
      double bb = 0;
      for (int i = 2 * lag; i < count; i++) {
        double x = samples.getShort(PcmFormat.SAMPLE_BYTES * i);
        double a = samples.getShort(PcmFormat.SAMPLE_BYTES * (i - lag));
        double b = samples.getShort(PcmFormat.SAMPLE_BYTES * (i - 2 * lag));
        xx += x * x;
        xa += x * a;
        xb += x * b;
        aa += a * a;
        ab += a * b;
        bb += b * b;
      }
      return new Prediction(xx, Math.max(xx - foretold(xa, xb, aa, ab, bb), FLOOR * xx));
    }

    /** What the best of {@code p * a + q * b} takes off the energy of {@code x}. */
    private static double foretold(double xa, double xb, double aa, double ab, double bb) {
      double determinant = aa * bb - ab * ab;
      if (determinant <= FLOOR * aa * bb) {
        return aa == 0 ? 0 : xa * xa / aa;
      }
      double p = (xa * bb - xb * ab) / determinant;
      double q = (xb * aa - xa * ab) / determinant;
      return p * xa + q * xb;
    }
  }
}
