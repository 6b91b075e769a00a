package org.speechservlet.local.sphinx;

import edu.cmu.sphinx.decoder.search.Token;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.speechservlet.local.Transcript;

/** Reads the words of a finished search from its best hypothesis, from the last word back. */
final class WordPath {

  private WordPath() {}

  /**
   * @param best the hypothesis at the last frame; null when none survived
   */
  static Transcript transcript(@Nullable Token best) {
    ArrayDeque<Transcript.Word> words = new ArrayDeque<>();
    for (Token token = best; token != null; token = token.getPredecessor()) {
      if (token.isWord() && !token.getWord().isFiller()) {
        words.addFirst(word(token));
      }
    }
    if (words.isEmpty()) {
      return Transcript.EMPTY;
    }
    return new Transcript(lexical(words), List.copyOf(words), 1);
  }

  /** A word token comes into being when the word ends; it began where the one before ended. */
  private static Transcript.Word word(Token token) {
    long end = end(token);
    long start = end(token.getPredecessor());
    return new Transcript.Word(
        token.getWord().getSpelling(), Duration.ofMillis(start), Duration.ofMillis(end - start));
  }

  private static long end(@Nullable Token token) {
    if (token == null || token.getPredecessor() == null) {
      return 0;
    }
    return token.isWord() ? token.getCollectTime() : end(token.getPredecessor());
  }

  private static String lexical(Iterable<Transcript.Word> words) {
    StringBuilder lexical = new StringBuilder();
    for (Transcript.Word word : words) {
      lexical.append(lexical.isEmpty() ? "" : " ").append(word.text());
    }
    return lexical.toString();
  }
}
