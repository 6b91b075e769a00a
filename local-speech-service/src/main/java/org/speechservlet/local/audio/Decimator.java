package org.speechservlet.local.audio;

/**
 * Brings 48 kHz to 16 kHz: a linear-phase low-pass, then every third sample. The filter (a sinc
 * under a Kaiser window) passes up to 7.0 kHz and stops by 80 dB from 8.0 kHz on, so nothing folds
 * back. Its delay is taken out: sample n of the output belongs to sample 3n of the input.
 */
final class Decimator {

  static final int INPUT_RATE_HZ = 48_000;

  private static final int FACTOR = INPUT_RATE_HZ / SampleSink.RATE_HZ;
  private static final int TAPS = 241;
  private static final int DELAY_SAMPLES = TAPS / 2;
  private static final double CUTOFF_HZ = 7_500;
  private static final double KAISER_BETA = 7.857;
  private static final float[] FILTER = filter();
  private static final int BLOCK_SAMPLES = 1_600;

  private final SampleSink sink;

  /** The last inputs twice, side by side, so that the newest {@code TAPS} always lie in one row. */
  private final float[] inputs = new float[2 * TAPS];

  private final short[] outputs = new short[BLOCK_SAMPLES];
  private int newest;
  private int outputCount;
  private int inputsToNextOutput = DELAY_SAMPLES + 1;

  Decimator(SampleSink sink) {
    this.sink = sink;
  }

  /** Takes the samples of this range. */
  void accept(short[] samples, int from, int to) {
    for (int i = from; i < to; i++) {
      push(samples[i]);
    }
    passOn();
  }

  /** Passes on the last samples, which the filter's delay holds back. */
  void end() {
    for (int i = 0; i < DELAY_SAMPLES; i++) {
      push((short) 0);
    }
    passOn();
  }

  private void push(short sample) {
    newest = (newest + 1) % TAPS;
    inputs[newest] = sample;
    inputs[newest + TAPS] = sample;
    inputsToNextOutput--;
    if (inputsToNextOutput == 0) {
      inputsToNextOutput = FACTOR;
      output();
    }
  }

  private void output() {
    float sum = 0;
    for (int i = 0; i < TAPS; i++) {
      sum += FILTER[i] * inputs[newest + 1 + i];
    }
    outputs[outputCount++] =
        (short) Math.round(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum)));
    if (outputCount == outputs.length) {
      passOn();
    }
  }

  private void passOn() {
    if (outputCount > 0) {
      sink.accept(outputs, outputCount);
      outputCount = 0;
    }
  }

  private static float[] filter() {
    float[] filter = new float[TAPS];
    for (int i = 0; i < TAPS; i++) {
      double t = i - DELAY_SAMPLES;
      filter[i] = (float) (sinc(t) * kaiser(t / DELAY_SAMPLES));
    }
    return filter;
  }

  private static double sinc(double t) {
    double width = 2 * CUTOFF_HZ / INPUT_RATE_HZ;
    return t == 0 ? width : Math.sin(Math.PI * width * t) / (Math.PI * t);
  }

  private static double kaiser(double x) {
    return bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /** The modified Bessel function of the first kind and order 0, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= x / 2 / k * (x / 2 / k);
      sum += term;
    }
    return sum;
  }
}
