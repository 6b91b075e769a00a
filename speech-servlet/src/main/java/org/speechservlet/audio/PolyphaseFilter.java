package org.speechservlet.audio;

import java.util.Arrays;

/**
 * A sharp filter that turns blocks of samples into {@code up / down} times as many. Immutable and
 * shared by all streams of one rate.
 *
 * <p>The arithmetic is laid out for what the JIT compiler vectorises: loops over arrays that are
 * read and written at the same index, at most four products long. Each lane is one output (or one
 * of {@code up} neighbours). The input is dealt out to {@code down} rows, so that a tap is the same
 * place in a row for all lanes; a row exists in four copies, shifted by 0 to 3 places, so that four
 * taps stand at one index; and the sum of four moves by four places to meet the next four:
 *
 * <pre>
 *   y[i] = sum of c[k] * row[i + k]
 *        = P0[i] + (P1[i + 4] + (P2[i + 8] + ...)),
 *          Pg[j] = c[4g] * row0[j] + c[4g+1] * row1[j] + c[4g+2] * row2[j] + c[4g+3] * row3[j]
 * </pre>
 */
final class PolyphaseFilter {

  /** Outputs of a block, more or less: 16 ms. */
  private static final int BLOCK_SAMPLES = 256;

  private final int up;
  private final int down;
  private final int lanes;
  private final int leadSamples;
  private final int rowTaps;

  /** Taps by output phase and input row: {@code coefficients[phase * down + row][place]}. */
  private final float[][] coefficients;

  PolyphaseFilter(RatePlan plan) {
    this.up = plan.up();
    this.down = plan.down();
    this.lanes = lanes(up, down);
    double tapsHz = (double) plan.inputHz() * up;
    LowPass filter = plan.sharp();
    int half = (int) (filter.halfWidthSeconds() * tapsHz);
    this.leadSamples = (half + up - 1) / up;
    int span = leadSamples + (half + down * (up - 1)) / up + 1;
    this.rowTaps = roundUpToFour((span + down - 1) / down);
    this.coefficients = new float[up * down][rowTaps];
    for (int phase = 0; phase < up; phase++) {
      fill(phase, half, tapsHz, filter);
    }
  }

  /** A wide input gets fewer lanes, so that what a stream holds stays within some KiB. */
  private static int lanes(int up, int down) {
    int samples = down <= 4 ? BLOCK_SAMPLES : down <= 12 ? BLOCK_SAMPLES / 2 : BLOCK_SAMPLES / 4;
    return Math.max(samples / up / 16 * 16, 16);
  }

  private static int roundUpToFour(int n) {
    return (n + 3) / 4 * 4;
  }

  private void fill(int phase, int half, double tapsHz, LowPass filter) {
    double[] taps = new double[rowTaps * down];
    for (int place = 0; place < taps.length; place++) {
      int distance = down * phase - up * (place - leadSamples);
      taps[place] = Math.abs(distance) > half ? 0 : filter.impulse(distance / tapsHz);
    }
    double gain = Arrays.stream(taps).sum();
    for (int place = 0; place < taps.length; place++) {
      coefficients[phase * down + place % down][place / down] = (float) (taps[place] / gain);
    }
  }

  /** How many zeros stand before the first sample, so that the filter's delay is made up for. */
  int leadSamples() {
    return leadSamples;
  }

  /** How many samples a call of {@link #apply} reads. */
  int windowSamples() {
    return down * (lanes + rowTaps);
  }

  /** By how many samples the window moves from one call to the next. */
  int stepSamples() {
    return down * lanes;
  }

  /** How many samples a call of {@link #apply} gives. */
  int outputSamples() {
    return up * lanes;
  }

  /** Filters one window into {@code work.filtered}. */
  void apply(short[] window, ResamplerWorkspace work) {
    for (int row = 0; row < down; row++) {
      work.dealRow(window, row, down, lanes + rowTaps);
      for (int phase = 0; phase < up; phase++) {
        convolve(coefficients[phase * down + row], work);
        collect(phase, row == 0, work);
      }
    }
  }

  private void convolve(float[] taps, ResamplerWorkspace work) {
    float[] sums = work.sums;
    int place = rowTaps - 4;
    Arrays.fill(sums, place, place + lanes, 0f);
    while (true) {
      addFour(
          sums,
          work.row0,
          work.row1,
          work.row2,
          work.row3,
          taps[place],
          taps[place + 1],
          taps[place + 2],
          taps[place + 3],
          place,
          place + lanes);
      if (place == 0) {
        return;
      }
      System.arraycopy(sums, place, sums, place - 4, lanes);
      place -= 4;
    }
  }

  private static void addFour(
      float[] sums,
      float[] row0,
      float[] row1,
      float[] row2,
      float[] row3,
      float c0,
      float c1,
      float c2,
      float c3,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      sums[i] += c0 * row0[i] + c1 * row1[i] + c2 * row2[i] + c3 * row3[i];
    }
  }

  private void collect(int phase, boolean first, ResamplerWorkspace work) {
    float[] sums = work.sums;
    float[] filtered = work.filtered;
    for (int i = 0, to = phase; i < lanes; i++, to += up) {
      filtered[to] = first ? sums[i] : filtered[to] + sums[i];
    }
  }
}
