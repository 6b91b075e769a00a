package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Loads the acoustic model, and puts {@link CodebookSenone}s in the place of its own: of a frame
 * they compute each codebook once, for all senones that share it, and leave out what is far away.
 */
final class GaussianPruningLoader extends Sphinx3Loader {
  private static final float MIXTURE_WEIGHT_FLOOR = 1e-7f;
  private static final float VARIANCE_FLOOR = 1e-4f;

  /** Sphinx4's own number of Gaussians to keep; unused by the senones that replace its own. */
  private static final int TOP_GAUSSIANS = 4;

  private @Nullable Codebooks codebooks;

  GaussianPruningLoader(URL model, UnitManager units) {
    super(model, units, 0, MIXTURE_WEIGHT_FLOOR, VARIANCE_FLOOR, TOP_GAUSSIANS, true);
  }

  @Override
  protected void loadHMMPool(boolean useContextDependentUnits, InputStream input)
      throws IOException {
    Pool<Senone> senones = new Pool<>("codebook senones");
    for (int id = 0; id < mixtureWeights.getStatesNum(); id++) {
      senones.put(id, new CodebookSenone(id));
    }
    senonePool = senones;
    codebooks =
        Codebooks.of(
            meansPool, variancePool, mixtureWeights, getSenone2Ci(), VARIANCE_FLOOR, logMath);
    super.loadHMMPool(useContextDependentUnits, input);
  }

  /** What scores frames. The model must be loaded. */
  Codebooks codebooks() {
    if (codebooks == null) {
      throw new IllegalStateException("the acoustic model is not loaded");
    }
    return codebooks;
  }
}
