package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.FloatData;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A frame of features that remembers the senones' scores. Confined to one recognizer. */
final class ScoredFrame extends FloatData {
  private final Codebooks codebooks;
  private final float[] room;
  private final float[] scores;
  private final Codebooks.@Nullable Nearest[] nearest;

  /**
   * @param room to work in; at least {@link Codebooks#GAUSSIANS} long
   */
  ScoredFrame(FloatData frame, Codebooks codebooks, float[] room) {
    super(
        frame.getValues(),
        frame.getSampleRate(),
        frame.getFirstSampleNumber(),
        frame.getCollectTime());
    this.codebooks = codebooks;
    this.room = room;
    this.scores = new float[codebooks.senoneCount];
    this.nearest = new Codebooks.Nearest[codebooks.phoneCount];
    Arrays.fill(scores, Float.NaN);
  }

  float score(int senone) {
    if (Float.isNaN(scores[senone])) {
      scores[senone] = codebooks.mix(senone, nearest(codebooks.phoneOfSenone[senone]));
    }
    return scores[senone];
  }

  private Codebooks.Nearest nearest(int phone) {
    Codebooks.Nearest known = nearest[phone];
    if (known == null) {
      known = codebooks.nearest(phone, getValues(), room);
      nearest[phone] = known;
    }
    return known;
  }
}
