package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.FloatData;

/** A frame of features on its way through Sphinx's search, together with its scores. */
final class ScoredFrame extends FloatData {

  private final FrameScores scores;

  /**
   * @param number counts the frames of the utterance from 0; gives the tokens their time
   */
  ScoredFrame(float[] features, long number, FrameScores scores) {
    super(features, WindowStage.SAMPLE_RATE_HZ, number * WindowStage.SHIFT_SAMPLES);
    this.scores = scores;
  }

  FrameScores scores() {
    return scores;
  }
}
