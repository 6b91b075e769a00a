package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.SearchGraph;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import java.io.IOException;
import java.net.URL;

/**
 * What is large, and what all recognizers share: CMU's acoustic model, dictionary (134,000
 * pronunciations) and trigrams for US English, and the graph that they span. Immutable after
 * loading.
 */
final class EnglishModel {

  private static final String FOLDER = "/edu/cmu/sphinx/models/en-us/";
  private static final String ACOUSTIC_FOLDER = FOLDER + "en-us/";
  private static final int TRIGRAMS = 3;
  private static final int NGRAM_CACHE_SIZE = 10_000;

  private final TiedMixtures mixtures;
  private final SearchGraph searchGraph;
  private final SearchSettings settings;

  private EnglishModel(TiedMixtures mixtures, SearchGraph searchGraph, SearchSettings settings) {
    this.mixtures = mixtures;
    this.searchGraph = searchGraph;
    this.settings = settings;
  }

  /**
   * Loads all of it from the class path.
   *
   * @throws IllegalStateException when something is missing or broken
   */
  static EnglishModel load(SearchSettings settings) {
    SphinxLogging quiet = SphinxLogging.quiet();
    try {
      return read(settings);
    } catch (IOException e) {
      throw new IllegalStateException("The recognizer's model cannot be read: " + e, e);
    } finally {
      quiet.restore();
    }
  }

  private static EnglishModel read(SearchSettings settings) throws IOException {
    UnitManager units = new UnitManager();
    TiedMixtureLoader loader =
        new TiedMixtureLoader(ACOUSTIC_FOLDER, resource(ACOUSTIC_FOLDER + "mdef"), units);
    LexTreeLinguist linguist = linguist(loader, units, settings);
    linguist.allocate();
    SearchGraphWalk.through(linguist.getSearchGraph());
    return new EnglishModel(loader.mixtures(), linguist.getSearchGraph(), settings);
  }

  private static LexTreeLinguist linguist(
      TiedMixtureLoader loader, UnitManager units, SearchSettings settings) {
    Dictionary dictionary =
        new TextDictionary(
            resource(FOLDER + "cmudict-en-us.dict"),
            resource(ACOUSTIC_FOLDER + "noisedict"),
            null,
            null,
            units);
    return new LexTreeLinguist(
        new TiedStateAcousticModel(loader, units, true),
        units,
        new SharedLanguageModel(trigrams(dictionary)),
        dictionary,
        true,
        true,
        settings.wordProbability(),
        settings.silenceProbability(),
        settings.fillerProbability(),
        1,
        settings.languageWeight(),
        true,
        false,
        1,
        0);
  }

  private static LanguageModel trigrams(Dictionary dictionary) {
    URL file = resource(FOLDER + "en-us.lm.bin");
    return new NgramTrieModel(
        "bin", file, null, NGRAM_CACHE_SIZE, false, TRIGRAMS, dictionary, false, 1, 1, 1);
  }

  private static URL resource(String path) {
    URL url = EnglishModel.class.getResource(path);
    if (url == null) {
      throw new IllegalStateException(
          "The recognizer's model lacks " + path + "; is sphinx4-data on the class path?");
    }
    return url;
  }

  TiedMixtures mixtures() {
    return mixtures;
  }

  SearchGraph searchGraph() {
    return searchGraph;
  }

  SearchSettings settings() {
    return settings;
  }
}
