package org.speechservlet.audio;

/**
 * How a sample rate is brought to {@value #OUTPUT_HZ} Hz.
 *
 * <p>A simple ratio takes one step: a sharp filter that makes {@code up} samples out of {@code
 * down}. Any other rate takes two: the sharp filter goes to a rate in between that is an integer
 * multiple or fraction of the input's, at least {@value #MIN_BETWEEN_HZ} Hz; there the signal
 * leaves so much room to its images that a short interpolator reaches any instant.
 *
 * @param inputHz the rate of the input
 * @param up how many samples the sharp filter gives ...
 * @param down ... out of how many
 */
record RatePlan(int inputHz, int up, int down) {

  static final int OUTPUT_HZ = 16_000;
  static final int MIN_HZ = 4_000;
  static final int MAX_HZ = 384_000;
  static final int MIN_BETWEEN_HZ = 20_000;

  /** Where the pass-band ends, as a share of the lower of the two Nyquist frequencies. */
  private static final double PASS_SHARE = 0.85;

  /** One dB more than what is stated of the whole, for the second step and rounding to use up. */
  private static final double SHARP_DB = 76;

  /** So deep that the images of the second step, of which several fall together, add nothing. */
  private static final double GENTLE_DB = 90;

  private static final int MAX_UP = 4;
  private static final int MAX_DOWN = 24;

  static RatePlan of(int inputHz) {
    if (inputHz < MIN_HZ || inputHz > MAX_HZ) {
      throw new IllegalArgumentException(
          "inputHz must be in " + MIN_HZ + ".." + MAX_HZ + ", not " + inputHz);
    }
    int divisor = greatestCommonDivisor(inputHz, OUTPUT_HZ);
    int up = OUTPUT_HZ / divisor;
    int down = inputHz / divisor;
    if (up <= MAX_UP && down <= MAX_DOWN) {
      return new RatePlan(inputHz, up, down);
    }
    return inputHz < MIN_BETWEEN_HZ
        ? new RatePlan(inputHz, (MIN_BETWEEN_HZ + inputHz - 1) / inputHz, 1)
        : new RatePlan(inputHz, 1, inputHz / MIN_BETWEEN_HZ);
  }

  /** True if the sharp filter alone reaches the output's rate. */
  boolean isOneStep() {
    return (long) inputHz * up == (long) OUTPUT_HZ * down;
  }

  /** The rate behind the sharp filter. */
  double betweenHz() {
    return (double) inputHz * up / down;
  }

  /**
   * The filter that keeps out what would fold back (input faster than the output) or what mirrors
   * would add (input slower).
   */
  LowPass sharp() {
    return new LowPass(PASS_SHARE * nyquistHz(), nyquistHz(), SHARP_DB);
  }

  /** The filter that keeps out the images of the rate in between. */
  LowPass gentle() {
    return new LowPass(PASS_SHARE * nyquistHz(), betweenHz() - nyquistHz(), GENTLE_DB);
  }

  private double nyquistHz() {
    return Math.min(inputHz, OUTPUT_HZ) / 2.0;
  }

  static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
