package org.speechservlet.local.cli;

import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.SpeechEngineProvider;
import org.speechservlet.local.Transcript;

/**
 * An engine of another JAR: hears one word in any sound of any language that it is told to load.
 */
public final class ScriptedProvider implements SpeechEngineProvider {

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public SpeechEngine create(EngineOptions options) {
    return new ScriptedEngine(options);
  }

  private record ScriptedEngine(EngineOptions options) implements SpeechEngine {

    @Override
    public String description() {
      return "Scripted, " + String.join(" ", options.languageTags());
    }

    @Override
    public boolean supports(String languageTag) {
      return options.languageTags().contains(languageTag);
    }

    @Override
    public Utterance open(String languageTag) {
      return new ScriptedUtterance();
    }

    @Override
    public void close() {}
  }

  private static final class ScriptedUtterance implements SpeechEngine.Utterance {

    @Override
    public void accept(short[] samples, int count) {}

    @Override
    public Transcript finish() {
      return new Transcript("word", java.util.List.of(), 1);
    }

    @Override
    public void close() {}
  }
}
