package org.speechservlet.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings one stream of mono samples to {@value RatePlan#OUTPUT_HZ} Hz.
 *
 * <p>Band-limited: what lies above 8 kHz (or, in a slower input, the mirror images above half its
 * rate) comes out at least 75 dB lower; below 6.8 kHz (0.85 of half a slower input's rate) the gain
 * is within 0.01 dB of 1. Linear phase, with the delay made up for: the output begins when the
 * input does, and {@code n} samples become {@code ceil(n * 16000 / inputHz)}.
 *
 * <p>Works in blocks of at most 16 ms that are counted from the start of the stream, so that the
 * result does not depend on how the input is cut. Between calls it holds at most {@value
 * #MAX_HELD_BYTES} bytes. Confined to one recognition.
 */
final class Resampler {

  /** The most that one stream's samples take here, whatever its rate. */
  static final int MAX_HELD_BYTES = 6 * 1024 + 512;

  private final ResamplerFilter filter;
  private final FractionalInterpolator.@Nullable Stream interpolator;
  private final short[] window;
  private int filled;
  private long inputSamples;
  private long outputSamples;

  Resampler(ResamplerFilter filter) {
    this.filter = filter;
    this.interpolator = filter.interpolator() == null ? null : filter.interpolator().new Stream();
    this.window = new short[filter.sharp().windowSamples()];
    this.filled = filter.sharp().leadSamples();
  }

  /** Takes the first samples of an array and encodes what they decide. */
  void feed(short[] samples, int count, ResamplerWorkspace work, WavOutput output)
      throws AudioException {
    inputSamples += count;
    for (int from = 0; from < count; ) {
      int length = Math.min(count - from, window.length - filled);
      System.arraycopy(samples, from, window, filled, length);
      from += length;
      filled += length;
      if (filled == window.length) {
        encode(filterWindow(work), work, output);
      }
    }
  }

  /** Encodes what is still due, as if silence followed. */
  void end(ResamplerWorkspace work, WavOutput output) throws AudioException {
    long due = (inputSamples * RatePlan.OUTPUT_HZ + filter.inputHz() - 1) / filter.inputHz();
    while (outputSamples < due) {
      Arrays.fill(window, filled, window.length, (short) 0);
      encode((int) Math.min(filterWindow(work), due - outputSamples), work, output);
    }
  }

  /** Filters the full window and moves it on; says how many samples that gives. */
  private int filterWindow(ResamplerWorkspace work) {
    PolyphaseFilter sharp = filter.sharp();
    sharp.apply(window, work);
    filled = window.length - sharp.stepSamples();
    System.arraycopy(window, sharp.stepSamples(), window, 0, filled);
    return interpolator == null
        ? sharp.outputSamples()
        : interpolator.apply(sharp.outputSamples(), work);
  }

  private void encode(int count, ResamplerWorkspace work, WavOutput output) throws AudioException {
    outputSamples += count;
    work.encoder.encode(interpolator == null ? work.filtered : work.interpolated, count, output);
  }
}
