package org.speechservlet.audio;

/**
 * Room for the arithmetic of one piece of audio. Nothing in it outlives a piece, so that threads
 * need one each, rather than streams: {@link ResamplerFilters} lends it.
 */
final class ResamplerWorkspace {
  static final int BLOCK_SAMPLES = 256;
  static final int MAX_ROW_SAMPLES = 448;
  static final int MAX_INTERPOLATOR_TAPS = 32;

  /** Samples that a piece of input has given. */
  final short[] mono = new short[2 * 1024];

  /** One row of a window, in four copies: {@code rowN[i]} is the row's sample {@code i + N}. */
  final float[] row0 = new float[MAX_ROW_SAMPLES];

  final float[] row1 = new float[MAX_ROW_SAMPLES];
  final float[] row2 = new float[MAX_ROW_SAMPLES];
  final float[] row3 = new float[MAX_ROW_SAMPLES];
  final float[] sums = new float[MAX_ROW_SAMPLES];

  /** What the sharp filter gives for a window. */
  final float[] filtered = new float[BLOCK_SAMPLES];

  /** The same behind the last samples of the window before, for the interpolator to read. */
  final float[] joined = new float[BLOCK_SAMPLES + MAX_INTERPOLATOR_TAPS];

  /** What the interpolator gives for a window: fewer than it gets. */
  final float[] interpolated = new float[BLOCK_SAMPLES];

  final PcmEncoder encoder = new PcmEncoder();

  /** Deals every {@code stride}-th sample of a window out to the rows. */
  void dealRow(short[] window, int first, int stride, int count) {
    for (int i = 0, from = first; i < count; i++, from += stride) {
      row0[i] = window[from];
    }
    System.arraycopy(row0, 1, row1, 0, count - 1);
    System.arraycopy(row0, 2, row2, 0, count - 2);
    System.arraycopy(row0, 3, row3, 0, count - 3);
  }
}
