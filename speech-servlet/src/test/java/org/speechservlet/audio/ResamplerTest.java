package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the resampler with tones, through the whole intake. */
final class ResamplerTest {

  /** What {@link Resampler} states. */
  private static final double STOP_BAND_DB = -75;

  private static final double RIPPLE_DB = 0.01;
  private static final int AMPLITUDE = 30_000;

  /** Samples at each end that the filter's edges reach. */
  private static final int EDGE = 400;

  @ParameterizedTest
  @ValueSource(ints = {22_050, 24_000, 32_000, 44_099, 44_100, 48_000, 88_200, 96_000, 192_000})
  void convert_toneAboveTheOutputsNyquist_staysBelowTheStatedAttenuation(int rateHz)
      throws Exception {
    double from = 8_000.1;
    double step = (rateHz / 2.0 - from) / 24;
    for (double hz = from; hz < rateHz / 2.0; hz += step) {
      double db = decibel(rms(convert(hz, rateHz)));
      assertTrue(db < STOP_BAND_DB, hz + " Hz at " + rateHz + " Hz comes out at " + db + " dB");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 12_000, 7_999})
  void convert_slowerInput_hasNoImages(int rateHz) throws Exception {
    for (double share = 0.05; share < 0.85; share += 0.08) {
      double hz = share * rateHz / 2;
      double db = decibel(rms(withoutTone(convert(hz, rateHz), hz)));
      assertTrue(db < STOP_BAND_DB, hz + " Hz at " + rateHz + " Hz adds " + db + " dB");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 32_000, 44_099, 44_100, 48_000, 96_000, 384_000})
  void convert_toneInThePassBand_keepsItsLevelAndPhase(int rateHz) throws Exception {
    double edge = 0.85 * Math.min(rateHz, 16_000) / 2;
    for (double hz = 100; hz < edge; hz += (edge - 100) / 12.3) {
      double[] out = convert(hz, rateHz);
      double gain = decibel(rms(out));
      assertEquals(0, gain, RIPPLE_DB, hz + " Hz at " + rateHz + " Hz");
      double[] expected = new double[out.length];
      for (int i = 0; i < out.length; i++) {
        double phase = 2 * Math.PI * hz * (i + EDGE) / 16_000.0 + 0.3;
        expected[i] = out[i] - AMPLITUDE * Math.sin(phase);
      }
      assertTrue(decibel(rms(expected)) < -55, hz + " Hz at " + rateHz + " Hz is moved");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 32_000, 44_099, 44_100, 48_000, 96_000})
  void convert_constant_keepsItsValue(int rateHz) throws Exception {
    short[] constant = new short[rateHz / 2];
    java.util.Arrays.fill(constant, (short) 12_345);
    short[] out = Upload.ofWav(Pcm.wav(rateHz, 1, constant)).read().samples();
    for (int i = EDGE; i < out.length - EDGE; i++) {
      assertEquals(12_345, out[i], 1, "sample " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_000, 8_000, 11_025, 22_050, 44_099, 44_100, 48_000, 65_537, 384_000})
  void convert_anyLength_keepsTheDuration(int rateHz) throws Exception {
    for (int count : new int[] {1, 2, 17, 1000, 4099, 50_001}) {
      int expected = (int) ((count * 16_000L + rateHz - 1) / rateHz);
      short[] out = Upload.ofWav(Pcm.wav(rateHz, 1, new short[count])).read().samples();
      assertEquals(expected, out.length, count + " samples");
    }
  }

  @Test
  void convert_squareWaveOfFullLevel_isClippedNotWrapped() throws Exception {
    short[] square = new short[48_000];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 240 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    short[] out = Upload.ofWav(Pcm.wav(48_000, 1, square)).read().samples();
    for (int i = EDGE; i < out.length; i++) {
      int within = i % 80;
      if (within > 2 && within < 78) {
        boolean high = i / 80 % 2 == 0;
        assertTrue(high ? out[i] > 20_000 : out[i] < -20_000, "sample " + i + " is " + out[i]);
      }
    }
  }

  @Test
  void convert_manyChannels_givesTheirMean() throws Exception {
    short[] frames = new short[3 * 200];
    for (int i = 0; i < 200; i++) {
      frames[3 * i] = Short.MAX_VALUE;
      frames[3 * i + 1] = Short.MAX_VALUE;
      frames[3 * i + 2] = (short) -i;
    }
    short[] out = Upload.ofWav(Pcm.wav(16_000, 3, frames)).read().samples();
    for (int i = 0; i < 200; i++) {
      assertEquals(Math.round((2.0 * Short.MAX_VALUE - i) / 3), out[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_000, 8_000, 15_999, 44_099, 44_100, 48_000, 192_000, 383_999, 384_000})
  void hold_anyRate_staysWithinTheStatedBytes(int rateHz) {
    ResamplerFilter filter = ResamplerFilter.of(rateHz);
    FractionalInterpolator interpolator = filter.interpolator();
    int tail = interpolator == null ? 0 : Float.BYTES * (interpolator.taps() - 1);
    int held = Short.BYTES * filter.sharp().windowSamples() + tail;
    assertTrue(held <= Resampler.MAX_HELD_BYTES, rateHz + " Hz: " + held);
  }

  private static double[] convert(double hz, int rateHz) throws AudioException {
    short[] tone = Pcm.tone(hz, rateHz, rateHz / 4, AMPLITUDE);
    short[] out = Upload.ofWav(Pcm.wav(rateHz, 1, tone)).read().samples();
    double[] inner = new double[out.length - 2 * EDGE];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = out[i + EDGE];
    }
    return inner;
  }

  private static double rms(double[] samples) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  /** Relative to the tone that went in. */
  private static double decibel(double rms) {
    return 20 * Math.log10((rms + 1e-9) / (AMPLITUDE / Math.sqrt(2)));
  }

  /** Takes a tone of known frequency off, by least squares. */
  private static double[] withoutTone(double[] samples, double hz) {
    double w = 2 * Math.PI * hz / 16_000;
    double ss = 0;
    double sc = 0;
    double cc = 0;
    double xs = 0;
    double xc = 0;
    for (int i = 0; i < samples.length; i++) {
      double s = Math.sin(w * i);
      double c = Math.cos(w * i);
      ss += s * s;
      sc += s * c;
      cc += c * c;
      xs += samples[i] * s;
      xc += samples[i] * c;
    }
    double determinant = ss * cc - sc * sc;
    double a = (xs * cc - xc * sc) / determinant;
    double b = (xc * ss - xs * sc) / determinant;
    double[] rest = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      rest[i] = samples[i] - a * Math.sin(w * i) - b * Math.cos(w * i);
    }
    return rest;
  }
}
