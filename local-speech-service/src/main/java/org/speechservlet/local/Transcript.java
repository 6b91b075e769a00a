package org.speechservlet.local;

import java.time.Duration;
import java.util.List;

/**
 * The words of one utterance.
 *
 * @param lexical the words, lower case, with one space between; empty when nothing was recognized
 * @param words the same words with their times
 */
public record Transcript(String lexical, List<Word> words) {

  public Transcript {
    words = List.copyOf(words);
  }

  /** One word, with its time from the utterance's first sample. */
  public record Word(String text, Duration offset, Duration duration) {}
}
