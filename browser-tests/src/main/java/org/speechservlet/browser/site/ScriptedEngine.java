package org.speechservlet.browser.site;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/** Hears these sentences one after the other, whatever is said; then the last one again. */
public final class ScriptedEngine implements SpeechEngine {

  private final List<String> sentences;
  private final AtomicInteger next = new AtomicInteger();

  /** Sentences in lower case, without punctuation. */
  public ScriptedEngine(String... sentences) {
    this.sentences = List.of(sentences);
  }

  @Override
  public boolean supports(String languageTag) {
    return languageTag.equals("en-US");
  }

  @Override
  public Utterance open(String languageTag) {
    String sentence = sentences.get(Math.min(next.getAndIncrement(), sentences.size() - 1));
    return new ScriptedUtterance(sentence);
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private record ScriptedUtterance(String sentence) implements Utterance {

    @Override
    public void accept(short[] samples, int count) {
      // The sentence is known without them.
    }

    @Override
    public Transcript finish() {
      return new Transcript(sentence, List.of(), 1.0);
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
