package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets many recognizers ask one of Sphinx's language models, which is made for one. Most answers
 * come from a cache that is read without a lock; the model itself is asked under one. Thread-safe.
 */
final class SharedLanguageModel implements LanguageModel {

  private static final int CACHE_SIZE = 64 * 1024;

  private final LanguageModel model;

  /**
   * By hash, the newest answer. Entries are immutable with final fields, and so may be published by
   * a race: a reader sees a whole entry or none.
   */
  private final @Nullable Entry[] cache = new Entry[CACHE_SIZE];

  SharedLanguageModel(LanguageModel model) {
    this.model = model;
  }

  @Override
  public float getProbability(WordSequence words) {
    int slot = slot(words.hashCode());
    Entry entry = cache[slot];
    if (entry != null && entry.words.equals(words)) {
      return entry.probability;
    }
    float probability = ask(words);
    cache[slot] = new Entry(words, probability);
    return probability;
  }

  private static int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (CACHE_SIZE - 1);
  }

  private synchronized float ask(WordSequence words) {
    return model.getProbability(words);
  }

  /** Sphinx's trie models have no such term. */
  @Override
  public float getSmear(WordSequence words) {
    return 0;
  }

  @Override
  public Set<String> getVocabulary() {
    return model.getVocabulary();
  }

  @Override
  public int getMaxDepth() {
    return model.getMaxDepth();
  }

  @Override
  public void allocate() throws IOException {
    model.allocate();
  }

  @Override
  public void deallocate() throws IOException {
    model.deallocate();
  }

  /** Would empty the model's cache at the end of one of many utterances. */
  @Override
  public void onUtteranceEnd() {}

  @Override
  public void newProperties(PropertySheet properties) {
    throw new UnsupportedOperationException("Made by its constructor");
  }

  private static final class Entry {

    private final WordSequence words;
    private final float probability;

    Entry(WordSequence words, float probability) {
      this.words = words;
      this.probability = probability;
    }
  }
}
