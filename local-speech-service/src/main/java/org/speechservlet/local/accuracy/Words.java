package org.speechservlet.local.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Brings a text to the form in which words are compared. */
final class Words {

  private Words() {}

  /**
   * The words in lower case, without punctuation: apostrophes join ({@code o'clock} is {@code
   * oclock}), everything else that is neither letter nor digit parts; {@code mr} is {@code mister}.
   */
  static List<String> of(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("['\u2019]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return plain.isEmpty()
        ? List.of()
        : Arrays.stream(plain.split(" ")).map(Words::spellOut).toList();
  }

  private static String spellOut(String word) {
    return word.equals("mr") ? "mister" : word;
  }
}
