package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.MixtureComponent;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;
import org.jspecify.annotations.Nullable;

/** A tied state whose score the frame itself knows: see {@link ScoredFrame}. */
record CodebookSenone(int id) implements Senone {
  @Override
  public float getScore(Data feature) {
    return ((ScoredFrame) feature).score(id);
  }

  @Override
  public float[] calculateComponentScore(Data feature) {
    throw new UnsupportedOperationException("scores of components are not computed");
  }

  @Override
  public long getID() {
    return id;
  }

  @Override
  public void dump(String message) {}

  @Override
  public MixtureComponent @Nullable [] getMixtureComponents() {
    return null;
  }

  @Override
  public float @Nullable [] getLogMixtureWeights() {
    return null;
  }
}
