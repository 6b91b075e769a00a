package org.speechservlet.local.sphinx;

import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.SpeechEngineProvider;

/** Provides {@link SphinxEngine}. Found by {@link java.util.ServiceLoader}. */
public final class SphinxEngineProvider implements SpeechEngineProvider {

  /** For the service loader. */
  public SphinxEngineProvider() {}

  @Override
  public String name() {
    return "sphinx";
  }

  @Override
  public SpeechEngine create(EngineOptions options) {
    for (String tag : options.languageTags()) {
      if (!tag.equals(SphinxEngine.LANGUAGE)) {
        throw new IllegalArgumentException(
            "The language "
                + tag
                + " is not in this engine, which knows "
                + SphinxEngine.LANGUAGE
                + " only");
      }
    }
    return new SphinxEngine(options.recognizerCount());
  }
}
