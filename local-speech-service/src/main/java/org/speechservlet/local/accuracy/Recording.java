package org.speechservlet.local.accuracy;

import java.util.Locale;

/**
 * One line of a manifest.
 *
 * @param file the recording's name in the manifest's folder
 * @param language a BCP 47 tag, often the language alone; empty when the manifest does not say
 * @param transcript what is said, as somebody wrote it down
 * @param use what the recording is for: {@code wer} to count word errors, {@code empty} when no
 *     word is said, or anything else
 */
record Recording(String file, String language, String transcript, String use) {

  private static final String NO_WORDS = "empty";

  boolean isIn(String languageTag) {
    return language.isEmpty() || primary(language).equals(primary(languageTag));
  }

  private static String primary(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }

  /** Tells whether the transcript can be held against what is heard. */
  boolean isReferenceKnown() {
    return !transcript.isEmpty() || use.equals(NO_WORDS);
  }
}
