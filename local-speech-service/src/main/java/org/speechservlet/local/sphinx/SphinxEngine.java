package org.speechservlet.local.sphinx;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.speechservlet.local.EngineBusyException;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngine;

/**
 * Recognizes US English with CMU Sphinx4, offline. One model serves all recognizers, whose number
 * is bounded; it starts no thread.
 */
final class SphinxEngine implements SpeechEngine {

  private final List<String> languageTags;
  private final int recognizerCount;
  private final Semaphore free;
  private final EnglishModel model;
  private volatile boolean isClosed;

  private SphinxEngine(EngineOptions options, EnglishModel model) {
    this.languageTags = options.languageTags();
    this.recognizerCount = options.recognizerCount();
    this.free = new Semaphore(recognizerCount);
    this.model = model;
  }

  /** Loads the model, which takes some seconds. */
  static SphinxEngine load(EngineOptions options) {
    return new SphinxEngine(options, EnglishModel.load(SearchSettings.DEFAULTS));
  }

  @Override
  public String description() {
    return "CMU Sphinx4, US English";
  }

  @Override
  public boolean supports(String languageTag) {
    return languageTags.contains(languageTag);
  }

  @Override
  public Utterance open(String languageTag) throws EngineBusyException {
    if (!supports(languageTag)) {
      throw new IllegalArgumentException(
          "Language " + languageTag + " is not loaded; loaded are " + languageTags);
    }
    checkOpen();
    if (!free.tryAcquire()) {
      throw new EngineBusyException(recognizerCount);
    }
    return lend();
  }

  private Utterance lend() {
    try {
      return new SphinxUtterance(this, new Decoder(model));
    } catch (RuntimeException | Error e) {
      giveBack();
      throw e;
    }
  }

  void giveBack() {
    free.release();
  }

  void checkOpen() {
    if (isClosed) {
      throw new IllegalStateException("The recognizer was shut down");
    }
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
