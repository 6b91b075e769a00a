package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.HMMSearchState;
import edu.cmu.sphinx.linguist.SearchGraph;
import edu.cmu.sphinx.linguist.SearchState;
import edu.cmu.sphinx.linguist.SearchStateArc;
import edu.cmu.sphinx.linguist.WordSearchState;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * Visits every node of a search graph once, in one thread. Sphinx builds parts of the graph when a
 * search first comes by, in plain fields and hash maps; when all have been visited the graph only
 * is read, and many searches may share it.
 */
final class SearchGraphWalk {

  /**
   * What tells states apart here: the node of the graph, and the state within its HMM. The words
   * before it, which tell them apart in a search, do not matter.
   */
  private record Place(Object node, int hmmState) {}

  private final Set<Place> seen = new HashSet<>();
  private final ArrayDeque<SearchState> toVisit = new ArrayDeque<>();

  private SearchGraphWalk() {}

  static void through(SearchGraph graph) {
    SearchGraphWalk walk = new SearchGraphWalk();
    walk.reach(graph.getInitialState());
    while (!walk.toVisit.isEmpty()) {
      walk.visit(walk.toVisit.removeLast());
    }
  }

  private void visit(SearchState state) {
    boolean isWordEndVisited = false;
    for (SearchStateArc arc : state.getSuccessors()) {
      SearchState next = arc.getState();
      if (next instanceof WordSearchState && !isWordEndVisited) {
        // Builds the contexts of the phone before the word's end, of which nodes know nothing.
        isWordEndVisited = true;
        toVisit.add(next);
      } else {
        reach(next);
      }
    }
  }

  private void reach(SearchState state) {
    int hmmState = state instanceof HMMSearchState hmm ? hmm.getHMMState().getState() : -1;
    if (seen.add(new Place(state.getLexState(), hmmState))) {
      toVisit.add(state);
    }
  }
}
