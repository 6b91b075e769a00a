package org.speechservlet.local.audio;

import java.util.Arrays;

/** A sink that keeps everything, and measures how like another signal it is. */
final class RecordedSamples implements SampleSink {

  private short[] samples = new short[0];

  @Override
  public void accept(short[] next, int count) {
    int length = samples.length;
    samples = Arrays.copyOf(samples, length + count);
    System.arraycopy(next, 0, samples, length, count);
  }

  short[] all() {
    return samples.clone();
  }

  /** The signal-to-noise ratio in dB when {@code expected} is the signal. */
  static double snrDb(short[] expected, short[] actual) {
    double signal = 0;
    double noise = 0;
    for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
      signal += (double) expected[i] * expected[i];
      noise += (double) (expected[i] - actual[i]) * (expected[i] - actual[i]);
    }
    return 10 * Math.log10(signal / noise);
  }

  /** Pearson's correlation at lag 0: 1 for the same signal, whatever its gain. */
  static double correlation(short[] a, short[] b) {
    double product = 0;
    double powerA = 0;
    double powerB = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      product += (double) a[i] * b[i];
      powerA += (double) a[i] * a[i];
      powerB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(powerA * powerB);
  }
}
