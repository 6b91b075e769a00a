package org.speechservlet.config;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked of the recognition service.
 *
 * @param uri the complete URI, with its path; it may carry a query (such as {@code cid} of a custom
 *     model), which never holds {@code language}, {@code format} or {@code profanity}
 * @param mode the mode, which is already part of {@code uri}
 * @param language the default language, a BCP 47 tag such as {@code en-US}
 * @param languages the languages that a request may ask for; all if empty
 * @param profanity the default treatment of profanity
 */
public record RecognitionSettings(
    URI uri, RecognitionMode mode, String language, Set<String> languages, Profanity profanity) {

  /** Copies the set of languages. */
  public RecognitionSettings {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(language, "language");
    languages = Set.copyOf(languages);
    Objects.requireNonNull(profanity, "profanity");
  }

  /**
   * Says whether a request may ask for a language. Tags are compared without regard to case (RFC
   * 5646, section 2.1.1).
   *
   * @param tag the tag asked for
   * @return whether it is allowed by {@code speech.languages}
   */
  public boolean allowsLanguage(String tag) {
    return languages.isEmpty() || languages.stream().anyMatch(tag::equalsIgnoreCase);
  }
}
