package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ProfanityFilterTest {

  private static final String WORDS = "the damn class is damned";

  private final ProfanityFilter english = ProfanityFilter.forLanguage("en-US");

  @Test
  void apply_masked_leavesAnAsteriskForEachLetter() {
    assertEquals("the **** class is ******", english.apply(WORDS, Profanity.MASKED));
  }

  @Test
  void apply_removed_leavesTheOthersWithOneSpaceBetweenThem() {
    assertEquals("the class is", english.apply(WORDS, Profanity.REMOVED));
    assertEquals("", english.apply("damn damn", Profanity.REMOVED));
  }

  @Test
  void apply_raw_leavesEverything() {
    assertEquals(WORDS, english.apply(WORDS, Profanity.RAW));
  }

  @Test
  void apply_languageWithoutAList_leavesEverything() {
    ProfanityFilter german = ProfanityFilter.forLanguage("de-DE");
    assertEquals("der damm ist dick", german.apply("der damm ist dick", Profanity.MASKED));
  }
}
