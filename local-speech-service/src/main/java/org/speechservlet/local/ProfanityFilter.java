package org.speechservlet.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Masks or removes profane words: those of a short list for the language, none in a language
 * without a list. Thread-safe.
 */
final class ProfanityFilter {

  private final Set<String> profaneWords;

  private ProfanityFilter(Set<String> profaneWords) {
    this.profaneWords = profaneWords;
  }

  /** Reads the list of this language, {@code profanity-en.txt} for any English. */
  static ProfanityFilter forLanguage(String languageTag) {
    String name = "profanity-" + Locale.forLanguageTag(languageTag).getLanguage() + ".txt";
    try (InputStream list = ProfanityFilter.class.getResourceAsStream(name)) {
      return new ProfanityFilter(
          list == null
              ? Set.of()
              : new String(list.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  /**
   * The words that remain; each letter of a masked word is an asterisk.
   *
   * @param words lower-case words with one space between them
   */
  String apply(String words, Profanity profanity) {
    return switch (profanity) {
      case RAW -> words;
      case MASKED ->
          Arrays.stream(words.split(" "))
              .map(word -> isProfane(word) ? "*".repeat(word.length()) : word)
              .collect(Collectors.joining(" "));
      case REMOVED ->
          Arrays.stream(words.split(" "))
              .filter(word -> !isProfane(word))
              .collect(Collectors.joining(" "));
    };
  }

  private boolean isProfane(String word) {
    return profaneWords.contains(word);
  }
}
