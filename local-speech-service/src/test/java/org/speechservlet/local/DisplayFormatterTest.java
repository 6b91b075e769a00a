package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayFormatterTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "en-US, open the file, Open the file.",
        "en-US, i think i'm in, I think I'm in.",
        "en-GB, it is i, It is I.",
        "en-US, wi-fi is in italy, Wi-fi is in italy.",
        "en-US, \"\", \"\"",
        "en-US, **** it, **** it.",
        "it-IT, apri i file, Apri i file.",
        "tr-TR, istanbul, \u0130stanbul.",
        "de-DE, \u00e4rger, \u00c4rger.",
      })
  void format_words_isASentenceOfTheLanguage(String languageTag, String words, String display) {
    assertEquals(display, DisplayFormatter.format(words, languageTag));
  }
}
