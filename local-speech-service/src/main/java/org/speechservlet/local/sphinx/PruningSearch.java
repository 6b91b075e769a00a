package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.AcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.SearchState;
import edu.cmu.sphinx.linguist.SearchStateArc;
import edu.cmu.sphinx.util.LogMath;

/**
 * Sphinx4's breadth-first search, that drops a path before it is made instead of after it was
 * scored: one whose score, with the arc that it would take, lies too far below the best of the
 * frame.
 *
 * <p>It keeps no lattice. That saves the time to build one, and what building one does to
 * utterances in which no path reaches a final state.
 */
final class PruningSearch extends WordPruningBreadthFirstSearchManager {
  private static final int MAX_LATTICE_EDGES = 100;
  private static final float ACOUSTIC_LOOKAHEAD_WEIGHT = 1.7f;

  private final float entryBeam;
  private float threshold;

  /**
   * @param relativeWordBeam as a fraction of the best word's probability
   * @param entryBeam as a fraction of the best path's probability
   */
  PruningSearch(
      Linguist linguist,
      AcousticScorer scorer,
      ActiveListManager lists,
      double relativeWordBeam,
      double entryBeam) {
    super(
        linguist,
        new SimplePruner(),
        scorer,
        lists,
        false,
        relativeWordBeam,
        0,
        false,
        false,
        MAX_LATTICE_EDGES,
        ACOUSTIC_LOOKAHEAD_WEIGHT,
        false);
    this.entryBeam = LogMath.getLogMath().linearToLog(entryBeam);
  }

  @Override
  protected void localStart() {
    threshold = -Float.MAX_VALUE;
    super.localStart();
  }

  @Override
  protected void growEmittingBranches() {
    threshold = activeList.getBestScore() + entryBeam;
    super.growEmittingBranches();
  }

  @Override
  protected void collectSuccessorTokens(Token token) {
    if (token.isFinal()) {
      resultList.add(getResultListPredecessor(token));
      return;
    }
    Token predecessor = getResultListPredecessor(token);
    for (SearchStateArc arc : token.getSearchState().getSuccessors()) {
      float score = token.getScore() + arc.getProbability();
      if (score >= threshold) {
        reach(arc, predecessor, score);
      }
    }
  }

  private void reach(SearchStateArc arc, Token predecessor, float score) {
    SearchState state = arc.getState();
    Token best = getBestToken(state);
    if (best == null) {
      Token token =
          new Token(
              predecessor,
              state,
              score,
              arc.getInsertionProbability(),
              arc.getLanguageProbability(),
              currentCollectTime);
      setBestToken(token, state);
      activeListAdd(token);
    } else if (best.getScore() < score) {
      best.update(
          predecessor,
          state,
          score,
          arc.getInsertionProbability(),
          arc.getLanguageProbability(),
          currentCollectTime);
    }
  }
}
