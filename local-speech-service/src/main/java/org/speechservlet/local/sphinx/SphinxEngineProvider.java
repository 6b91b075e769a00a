package org.speechservlet.local.sphinx;

import java.util.Locale;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.SpeechEngineProvider;

/**
 * Makes the engine {@code sphinx}: CMU Sphinx4 with its US English model, inside this process. It
 * takes any kind of English for its own, and knows no other language.
 */
public final class SphinxEngineProvider implements SpeechEngineProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SphinxEngineProvider() {}

  @Override
  public String name() {
    return "sphinx";
  }

  /** Takes some seconds, and about 200 MB of heap. */
  @Override
  public SpeechEngine create(EngineOptions options) {
    for (String tag : options.languageTags()) {
      if (!Locale.forLanguageTag(tag).getLanguage().equals("en")) {
        throw new IllegalArgumentException(
            "The engine sphinx knows English only, not " + tag + "; name en-US");
      }
    }
    return SphinxEngine.load(options);
  }
}
