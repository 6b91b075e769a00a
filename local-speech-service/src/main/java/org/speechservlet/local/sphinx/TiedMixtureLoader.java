package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Loads an acoustic model as Sphinx does, then puts {@link MixtureSenone}s where Sphinx has senones
 * that keep scores. Not final only as far as Sphinx demands it; used at start, by one thread.
 */
final class TiedMixtureLoader extends Sphinx3Loader {

  private static final float LOWEST_WEIGHT = 1e-7f;
  private static final float LOWEST_VARIANCE = 1e-4f;

  private final String folder;
  private @Nullable TiedMixtures mixtures;

  /**
   * @param folder the resource folder with the model's files, ending with a slash
   * @param definition one file in it
   */
  TiedMixtureLoader(String folder, URL definition, UnitManager units) {
    super(definition, units, 0, LOWEST_WEIGHT, LOWEST_VARIANCE, 1, true);
    this.folder = folder;
  }

  @Override
  protected InputStream getDataStream(String path) throws IOException {
    InputStream stream = TiedMixtureLoader.class.getResourceAsStream(folder + path);
    if (stream == null) {
      throw new FileNotFoundException("The acoustic model has no " + folder + path);
    }
    return stream;
  }

  /** Called when all but the HMMs is there; these take their senones from the pool. */
  @Override
  protected void loadHMMPool(boolean useContext, InputStream definition) throws IOException {
    TiedMixtures loaded = new TiedMixtures(meansPool, variancePool, mixtureWeights, getSenone2Ci());
    senonePool = senones(loaded.senoneCount);
    mixtures = loaded;
    super.loadHMMPool(useContext, definition);
  }

  private static Pool<Senone> senones(int count) {
    Pool<Senone> senones = new Pool<>("senones");
    for (int i = 0; i < count; i++) {
      senones.put(i, new MixtureSenone(i));
    }
    return senones;
  }

  /** The model's numbers, after {@link #load()}. */
  TiedMixtures mixtures() {
    if (mixtures == null) {
      throw new IllegalStateException("The acoustic model is not loaded");
    }
    return mixtures;
  }
}
