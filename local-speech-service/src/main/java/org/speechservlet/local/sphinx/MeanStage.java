package org.speechservlet.local.sphinx;

import java.util.ArrayDeque;

/**
 * Subtracts the mean of an utterance's cepstra, so that neither the microphone nor the distance to
 * it matters, without waiting for the utterance's end: each frame is held back until {@value
 * #HELD_FRAMES} more have come, and its mean is of all that came by then, together with a prior
 * that weighs as much as {@value #PRIOR_FRAMES} frames.
 */
final class MeanStage implements FrameStage {

  /** How long the first sound waits for its mean: in frames of 10 ms. */
  static final int HELD_FRAMES = 100;

  static final int PRIOR_FRAMES = 50;

  /** What the acoustic model's {@code feat.params} gives as {@code cmninit}. */
  private static final double[] PRIOR = {40, 3, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

  private final FrameStage next;
  private final ArrayDeque<double[]> held = new ArrayDeque<>(HELD_FRAMES + 1);
  private final double[] sums = new double[PRIOR.length];
  private double weight = PRIOR_FRAMES;

  MeanStage(FrameStage next) {
    this.next = next;
    for (int i = 0; i < PRIOR.length; i++) {
      sums[i] = PRIOR[i] * PRIOR_FRAMES;
    }
  }

  @Override
  public void accept(double[] frame) {
    count(frame);
    held.add(frame);
    if (held.size() > HELD_FRAMES) {
      push();
    }
  }

  @Override
  public void end() {
    while (!held.isEmpty()) {
      push();
    }
    next.end();
  }

  /** Frames without any energy (digital silence) would skew the mean. */
  private void count(double[] frame) {
    if (frame[0] < 0) {
      return;
    }
    weight++;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += frame[i];
    }
  }

  private void push() {
    double[] frame = held.remove();
    for (int i = 0; i < sums.length; i++) {
      frame[i] -= sums[i] / weight;
    }
    next.accept(frame);
  }
}
