package org.speechservlet.local.sphinx;

/**
 * One step from samples to features: takes frames, pushes what it makes of them to the next step.
 * Confined to one utterance. A frame belongs to the stage that gets it.
 */
interface FrameStage {

  /** Takes the next frame. */
  void accept(double[] frame);

  /** Pushes what was held back, and tells the next stage that nothing follows. */
  void end();
}
