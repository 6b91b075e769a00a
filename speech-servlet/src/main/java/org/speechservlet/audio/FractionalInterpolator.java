package org.speechservlet.audio;

/**
 * Finds the samples of {@value RatePlan#OUTPUT_HZ} Hz between those of a faster rate. Immutable and
 * shared by all streams of one rate.
 *
 * <p>An output stands at a whole number of input samples plus a fraction, counted exactly. If the
 * ratio has few fractions, each has its own taps; else the taps are interpolated between those of
 * {@value #PHASES} fractions, which costs twice the products and leaves an error below -100 dB.
 */
final class FractionalInterpolator {

  private static final int MAX_EXACT_PHASES = 640;
  private static final int PHASES = 512;

  private final int taps;
  private final int denominator;
  private final int wholeStep;
  private final int fractionStep;
  private final boolean exact;
  private final float[] coefficients;

  FractionalInterpolator(RatePlan plan) {
    int betweenHz = plan.inputHz() * plan.up();
    int outputHz = RatePlan.OUTPUT_HZ * plan.down();
    int divisor = RatePlan.greatestCommonDivisor(betweenHz, outputHz);
    this.denominator = outputHz / divisor;
    this.wholeStep = betweenHz / outputHz;
    this.fractionStep = betweenHz % outputHz / divisor;
    this.exact = denominator <= MAX_EXACT_PHASES;
    LowPass filter = plan.gentle();
    this.taps = (int) Math.ceil(filter.halfWidthSeconds() * plan.betweenHz() / 2) * 4;
    int phases = exact ? denominator : PHASES;
    this.coefficients = new float[(phases + 1) * taps];
    for (int phase = 0; phase <= phases; phase++) {
      fill(phase * taps, (double) phase / phases, plan.betweenHz(), filter);
    }
  }

  private void fill(int at, double fraction, double betweenHz, LowPass filter) {
    int half = taps / 2;
    double gain = 0;
    for (int k = 0; k < taps; k++) {
      gain += filter.impulse((fraction + half - 1 - k) / betweenHz);
    }
    for (int k = 0; k < taps; k++) {
      double tap = filter.impulse((fraction + half - 1 - k) / betweenHz);
      coefficients[at + k] = (float) (tap / gain);
    }
  }

  int taps() {
    return taps;
  }

  /** A stream's place between two blocks. Confined to one recognition. */
  final class Stream {
    private final float[] tail = new float[taps - 1];
    private int place = taps / 2;
    private int fraction;

    /**
     * Puts into {@code work.interpolated} what the block in {@code work.filtered} decides.
     *
     * @return how many samples
     */
    int apply(int count, ResamplerWorkspace work) {
      float[] input = work.joined;
      System.arraycopy(tail, 0, input, 0, tail.length);
      System.arraycopy(work.filtered, 0, input, tail.length, count);
      int outputs = 0;
      while (place < count) {
        work.interpolated[outputs++] = exact ? atPhase(input) : betweenPhases(input);
        advance();
      }
      place -= count;
      System.arraycopy(input, count, tail, 0, tail.length);
      return outputs;
    }

    private float atPhase(float[] input) {
      return dot(fraction * taps, input, place);
    }

    private float betweenPhases(float[] input) {
      float phase = (float) fraction / denominator * PHASES;
      int whole = (int) phase;
      float before = dot(whole * taps, input, place);
      return before + (phase - whole) * (dot((whole + 1) * taps, input, place) - before);
    }

    private void advance() {
      place += wholeStep;
      fraction += fractionStep;
      if (fraction >= denominator) {
        fraction -= denominator;
        place++;
      }
    }
  }

  private float dot(int at, float[] input, int from) {
    float[] coefficients = this.coefficients;
    int taps = this.taps;
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int k = 0; k < taps; k += 4) {
      sum0 += coefficients[at + k] * input[from + k];
      sum1 += coefficients[at + k + 1] * input[from + k + 1];
      sum2 += coefficients[at + k + 2] * input[from + k + 2];
      sum3 += coefficients[at + k + 3] * input[from + k + 3];
    }
    return sum0 + sum1 + sum2 + sum3;
  }
}
