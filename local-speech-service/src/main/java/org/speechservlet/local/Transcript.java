package org.speechservlet.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The words of one utterance, as a recognizer heard them.
 *
 * @param lexical the words in lower case, one space between them, without punctuation and with
 *     numbers spelled out; empty when nothing was recognized
 * @param words the same words with their times, in order; may be empty when the recognizer knows no
 *     times
 * @param confidence how sure the recognizer is, from 0 to 1
 */
public record Transcript(String lexical, List<Word> words, double confidence) {

  /** Nothing was recognized. */
  public static final Transcript EMPTY = new Transcript("", List.of(), 0);

  /** Checks the confidence's range, and keeps a copy of the words. */
  public Transcript {
    words = List.copyOf(words);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is " + confidence + ", not from 0 to 1");
    }
  }

  /** Tells whether no word was recognized. */
  public boolean isEmpty() {
    return lexical.isBlank();
  }

  /** Where the first word begins; empty when no times are known. */
  public Optional<Duration> start() {
    return words.stream().findFirst().map(Word::offset);
  }

  /** Where the last word ends; empty when no times are known. */
  public Optional<Duration> end() {
    return words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1).end());
  }

  /**
   * One word in time.
   *
   * @param text the word in lower case
   * @param offset its start, from the first sample of the audio
   * @param duration its length
   */
  public record Word(String text, Duration offset, Duration duration) {

    /** Where the word ends. */
    public Duration end() {
      return offset.plus(duration);
    }
  }
}
