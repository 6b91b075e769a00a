package org.speechservlet.local.sphinx;

/**
 * Cuts samples into overlapping windows: 410 samples (25.6 ms) every 160 (10 ms), pre-emphasized
 * and tapered by a Hamming window, as the acoustic model was trained. Samples that do not fill a
 * last window are dropped.
 */
final class WindowStage {

  static final int SAMPLE_RATE_HZ = 16_000;
  static final int SHIFT_SAMPLES = SAMPLE_RATE_HZ / 100;
  static final int WINDOW_SAMPLES = 410;

  private static final double PREEMPHASIS = 0.97;
  private static final double[] TAPER = hamming();

  private final FrameStage next;
  private final double[] window = new double[WINDOW_SAMPLES];
  private int filled;
  private double previousSample;

  WindowStage(FrameStage next) {
    this.next = next;
  }

  void accept(short[] samples, int from, int to) {
    for (int i = from; i < to; i++) {
      window[filled++] = samples[i] - PREEMPHASIS * previousSample;
      previousSample = samples[i];
      if (filled == WINDOW_SAMPLES) {
        push();
      }
    }
  }

  void end() {
    next.end();
  }

  private void push() {
    double[] tapered = new double[WINDOW_SAMPLES];
    for (int i = 0; i < WINDOW_SAMPLES; i++) {
      tapered[i] = window[i] * TAPER[i];
    }
    filled = WINDOW_SAMPLES - SHIFT_SAMPLES;
    System.arraycopy(window, SHIFT_SAMPLES, window, 0, filled);
    next.accept(tapered);
  }

  private static double[] hamming() {
    double[] taper = new double[WINDOW_SAMPLES];
    for (int i = 0; i < WINDOW_SAMPLES; i++) {
      taper[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW_SAMPLES - 1));
    }
    return taper;
  }
}
