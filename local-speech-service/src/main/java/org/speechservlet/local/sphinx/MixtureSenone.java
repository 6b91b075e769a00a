package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.MixtureComponent;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;

/** A tied HMM state that asks the frame for its score, and so has no state of its own. */
final class MixtureSenone implements Senone {

  private static final long serialVersionUID = 1L;

  private final int id;

  MixtureSenone(int id) {
    this.id = id;
  }

  @Override
  public float getScore(Data feature) {
    return ((ScoredFrame) feature).scores().score(id);
  }

  @Override
  public long getID() {
    return id;
  }

  @Override
  public float[] calculateComponentScore(Data feature) {
    throw notForSearch();
  }

  @Override
  public MixtureComponent[] getMixtureComponents() {
    throw notForSearch();
  }

  @Override
  public float[] getLogMixtureWeights() {
    throw notForSearch();
  }

  @Override
  public void dump(String message) {
    throw notForSearch();
  }

  private static UnsupportedOperationException notForSearch() {
    return new UnsupportedOperationException("Only Sphinx's training asks for this");
  }
}
