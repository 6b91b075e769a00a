package org.speechservlet.local.sphinx;

/**
 * Appends to each cepstrum how it changes, and how that changes: 39 numbers of 13. The frames
 * before the first and after the last are taken to be like these.
 *
 * <p>With {@code c} the cepstra: delta = {@code c[t+2] - c[t-2]}, double delta = {@code (c[t+3] -
 * c[t-1]) - (c[t+1] - c[t-3])} (the feature type {@code 1s_c_d_dd} of the acoustic model).
 */
final class DeltaStage implements FrameStage {

  private static final int REACH = 3;
  private static final int SPAN = 2 * REACH + 1;

  private final FrameStage next;
  private final double[][] span = new double[SPAN][];
  private int filled;

  DeltaStage(FrameStage next) {
    this.next = next;
  }

  @Override
  public void accept(double[] frame) {
    if (filled == 0) {
      for (int i = 0; i < REACH; i++) {
        append(frame);
      }
    }
    append(frame);
  }

  @Override
  public void end() {
    if (filled > 0) {
      double[] last = span[filled - 1];
      for (int i = 0; i < REACH; i++) {
        append(last);
      }
    }
    next.end();
  }

  private void append(double[] frame) {
    span[filled++] = frame;
    if (filled == SPAN) {
      next.accept(features());
      filled--;
      System.arraycopy(span, 1, span, 0, filled);
    }
  }

  private double[] features() {
    double[] now = span[REACH];
    int length = now.length;
    double[] features = new double[3 * length];
    for (int i = 0; i < length; i++) {
      features[i] = now[i];
      features[length + i] = span[5][i] - span[1][i];
      features[2 * length + i] = (span[6][i] - span[2][i]) - (span[4][i] - span[0][i]);
    }
    return features;
  }
}
