package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.FloatData;

/** Scores paths frame by frame, each frame a {@link ScoredFrame}. */
final class FrameScorer extends SimpleAcousticScorer {
  private final Codebooks codebooks;
  private final float[] room = new float[Codebooks.GAUSSIANS];

  FrameScorer(BaseDataProcessor frontEnd, Codebooks codebooks) {
    super(frontEnd, null);
    this.codebooks = codebooks;
  }

  @Override
  protected Data getNextData() {
    Data data = super.getNextData();
    return data instanceof FloatData frame ? new ScoredFrame(frame, codebooks, room) : data;
  }
}
