package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.scorer.AcousticScorer;
import edu.cmu.sphinx.decoder.scorer.Scoreable;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The end of the front end and the start of the search: keeps the frames that came, until the
 * search takes them one by one to score its hypotheses. Confined to one utterance.
 */
final class FrameScorer implements AcousticScorer, FrameStage {

  private static final Data END = new DataEndSignal(0);

  private final ArrayDeque<float[]> frames = new ArrayDeque<>();
  private final FrameScores scores;
  private long scoredFrameCount;

  FrameScorer(TiedMixtures mixtures) {
    this.scores = new FrameScores(mixtures);
  }

  @Override
  public void accept(double[] frame) {
    float[] features = new float[frame.length];
    for (int i = 0; i < frame.length; i++) {
      features[i] = (float) frame[i];
    }
    frames.add(features);
  }

  @Override
  public void end() {}

  /** How many frames the search can take now. */
  int waitingFrameCount() {
    return frames.size();
  }

  /**
   * Scores against the next frame.
   *
   * @return the best of the list, or the signal of the end when no frame is left
   */
  @Override
  public Data calculateScores(List<? extends Scoreable> tokens) {
    float[] features = frames.poll();
    if (features == null || tokens.isEmpty()) {
      return END;
    }
    scores.begin(features);
    Scoreable best = score(tokens, new ScoredFrame(features, scoredFrameCount++, scores));
    normalize(tokens, best.getScore());
    return best;
  }

  private static Scoreable score(List<? extends Scoreable> tokens, ScoredFrame frame) {
    Scoreable best = tokens.get(0);
    for (Scoreable token : tokens) {
      token.calculateScore(frame);
      if (token.getScore() > best.getScore()) {
        best = token;
      }
    }
    return best;
  }

  /** Scores are sums over all frames; in a float, a minute of them would lose its last digits. */
  private static void normalize(List<? extends Scoreable> tokens, float best) {
    for (Scoreable token : tokens) {
      token.normalizeScore(best);
    }
  }

  @Override
  public Data calculateScoresAndStoreData(List<? extends Scoreable> tokens) {
    throw new UnsupportedOperationException("Only a search with phonetic lookahead asks for this");
  }

  @Override
  public void allocate() {}

  @Override
  public void deallocate() {}

  @Override
  public void startRecognition() {}

  @Override
  public void stopRecognition() {}

  @Override
  public void newProperties(PropertySheet properties) {
    throw new UnsupportedOperationException("Made by its constructor");
  }
}
