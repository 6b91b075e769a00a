package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.SearchGraph;
import edu.cmu.sphinx.util.props.PropertySheet;

/** A search graph that is there already, so that a search that begins does not build it anew. */
final class SharedLinguist implements Linguist {

  private final SearchGraph graph;

  SharedLinguist(SearchGraph graph) {
    this.graph = graph;
  }

  @Override
  public SearchGraph getSearchGraph() {
    return graph;
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
