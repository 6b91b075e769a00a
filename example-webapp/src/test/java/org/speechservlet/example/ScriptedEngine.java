package org.speechservlet.example;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/** Hears the same words in everything, and remembers whether it was closed. */
final class ScriptedEngine implements SpeechEngine {

  private final String words;
  private final AtomicBoolean closed = new AtomicBoolean();

  ScriptedEngine(String words) {
    this.words = words;
  }

  boolean isClosed() {
    return closed.get();
  }

  @Override
  public boolean supports(String languageTag) {
    return languageTag.equals("en-US");
  }

  @Override
  public Utterance open(String languageTag) {
    return new Utterance() {
      @Override
      public void accept(short[] samples, int count) {}

      @Override
      public Transcript finish() {
        return new Transcript(words, List.of(), 1.0);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
