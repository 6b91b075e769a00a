package org.speechservlet.audio;

/**
 * A linear-phase low-pass filter in continuous time: a sinc under a Kaiser window, which any
 * polyphase table samples where it needs to.
 *
 * <p>Length and window shape follow Kaiser's formulas (Oppenheim and Schafer, Discrete-Time Signal
 * Processing, section 7.5.3).
 *
 * @param passHz up to here the gain is 1
 * @param stopHz from here on the gain is about 0
 * @param attenuationDb depth of the stop-band, and of the pass-band's ripple, that the window is
 *     shaped for; more than 50
 */
record LowPass(double passHz, double stopHz, double attenuationDb) {

  /** The impulse response is zero before minus this time and after it. */
  double halfWidthSeconds() {
    return (attenuationDb - 7.95) / (2.285 * 2 * Math.PI * (stopHz - passHz)) / 2;
  }

  /** The impulse response, symmetric about 0, scaled to a gain of 1 at 0 Hz. */
  double impulse(double seconds) {
    double position = seconds / halfWidthSeconds();
    if (Math.abs(position) > 1) {
      return 0;
    }
    double beta = 0.1102 * (attenuationDb - 8.7);
    double window = bessel0(beta * Math.sqrt(1 - position * position)) / bessel0(beta);
    double cutoffHz = (passHz + stopHz) / 2;
    return 2 * cutoffHz * sinc(2 * cutoffHz * seconds) * window;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The modified Bessel function of order zero, by its power series. */
  private static double bessel0(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }
}
