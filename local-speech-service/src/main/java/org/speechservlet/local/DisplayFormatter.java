package org.speechservlet.local;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as a sentence to show: a capital letter at the start, a full stop at the end, and in
 * English a capital {@code I}. Nothing else is known about the sentence, so nothing else is put
 * into it: no commas, no question marks, no digits, no names in capitals.
 */
final class DisplayFormatter {

  /** {@code i}, also before an apostrophe as in {@code i'm}, but not within a word. */
  private static final Pattern ENGLISH_I = Pattern.compile("(?<![\\p{L}'])i(?=$|[ '])");

  private DisplayFormatter() {}

  /**
   * @param words lower-case words with one space between them; may be empty
   * @param languageTag their language
   */
  static String format(String words, String languageTag) {
    if (words.isEmpty()) {
      return "";
    }
    Locale locale = Locale.forLanguageTag(languageTag);
    String text =
        locale.getLanguage().equals("en") ? ENGLISH_I.matcher(words).replaceAll("I") : words;
    int afterFirst = text.offsetByCodePoints(0, 1);
    return text.substring(0, afterFirst).toUpperCase(locale) + text.substring(afterFirst) + ".";
  }
}
