package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.frontend.DataBlocker;
import edu.cmu.sphinx.frontend.DataProcessor;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.denoise.Denoise;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.frequencywarp.MelFrequencyFilterBank;
import edu.cmu.sphinx.frontend.transform.DiscreteCosineTransform2;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.transform.Lifter;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import java.io.IOException;
import java.net.URL;
import java.util.List;

/**
 * The parts of one Sphinx4 decoder, put together in code: its own configuration files are global.
 */
record DecoderParts(FrontEnd frontEnd, PruningSearch search) {
  private static final String MODEL = "/edu/cmu/sphinx/models/en-us/";

  private static final int FILTERS = 25;
  private static final int CEPSTRA = 13;
  private static final int LOOK_AHEAD_FRAMES = 150;
  private static final double PRIOR_FRAMES = 60;

  private static final int BEAM_PATHS = 10_000;
  private static final int BEAM_WORDS = 100;
  private static final double RELATIVE_BEAM = 1e-60;
  private static final double RELATIVE_WORD_BEAM = 1e-40;
  private static final double ENTRY_BEAM = 1e-35;

  static DecoderParts load(SampleSource source) throws IOException {
    UnitManager units = new UnitManager();
    GaussianPruningLoader loader = new GaussianPruningLoader(resource("en-us/"), units);
    TiedStateAcousticModel acoustics = new TiedStateAcousticModel(loader, units, true);
    TextDictionary words =
        new TextDictionary(
            resource("cmudict-en-us.dict"), resource("en-us/noisedict"), null, null, units);
    LexTreeLinguist linguist = linguist(acoustics, words, units);
    FrontEnd frontEnd = frontEnd(source);
    loader.load();
    PruningSearch search =
        new PruningSearch(
            linguist,
            new FrameScorer(frontEnd, loader.codebooks()),
            lists(),
            RELATIVE_BEAM,
            ENTRY_BEAM);
    search.allocate();
    return new DecoderParts(frontEnd, search);
  }

  private static URL resource(String name) {
    URL resource = TiedStateAcousticModel.class.getResource(MODEL + name);
    if (resource == null) {
      throw new IllegalStateException(
          "The model file " + MODEL + name + " is not on the class path");
    }
    return resource;
  }

  private static LexTreeLinguist linguist(
      TiedStateAcousticModel acoustics, TextDictionary words, UnitManager units) {
    NgramTrieModel language =
        new NgramTrieModel(
            "bin", resource("en-us.lm.bin"), null, 100_000, false, 3, words, false, 1f, 1.0, 0.7f);
    return new LexTreeLinguist(
        acoustics, units, language, words, true, true, 0.1, 0.1, 1e-2, 1.0, 8f, true, false, 1f, 0);
  }

  private static FrontEnd frontEnd(SampleSource source) {
    List<DataProcessor> stages =
        List.of(
            source,
            new DataBlocker(10),
            new Preemphasizer(0.97),
            new RaisedCosineWindower(0.46, 25.625f, 10f),
            new DiscreteFourierTransform(-1, false),
            new MelFrequencyFilterBank(130, 6800, FILTERS),
            new Denoise(.7, .995, .5, .85, .2, 20, 4),
            new DiscreteCosineTransform2(FILTERS, CEPSTRA),
            new Lifter(22),
            new LookAheadMeanNormalizer(LOOK_AHEAD_FRAMES, PRIOR_FRAMES),
            new DeltasFeatureExtractor(3));
    return new FrontEnd(stages);
  }

  private static SimpleActiveListManager lists() {
    ActiveListFactory paths = new PartitionActiveListFactory(BEAM_PATHS, RELATIVE_BEAM);
    ActiveListFactory words = new PartitionActiveListFactory(BEAM_WORDS, RELATIVE_WORD_BEAM);
    return new SimpleActiveListManager(List.of(paths, words, words, paths, paths, paths), false);
  }
}
