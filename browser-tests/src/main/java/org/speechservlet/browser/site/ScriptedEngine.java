package org.speechservlet.browser.site;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.Transcript;

/**
 * Hears the sentences of its script, one an utterance, whatever is said; then the last one again.
 */
public final class ScriptedEngine implements SpeechEngine {

  private volatile Script script = new Script(List.of(""), new AtomicInteger());

  /** Begins a new script: sentences in lower case, without punctuation. */
  public void hear(String... sentences) {
    script = new Script(List.of(sentences), new AtomicInteger());
  }

  @Override
  public boolean supports(String languageTag) {
    return languageTag.equals("en-US");
  }

  @Override
  public Utterance open(String languageTag) {
    return new ScriptedUtterance(script.next());
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private record Script(List<String> sentences, AtomicInteger position) {

    String next() {
      return sentences.get(Math.min(position.getAndIncrement(), sentences.size() - 1));
    }
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
