package org.speechservlet.config;

import java.util.List;
import java.util.Set;

/** Checks that settings which limit each other fit together. */
final class LimitRules {
  private LimitRules() {}

  static void check(Resolution values, List<String> problems) {
    checkLanguages(values, problems);
    checkReplay(values, problems);
  }

  private static void checkLanguages(Resolution values, List<String> problems) {
    String language = values.get(KnownSettings.LANGUAGE);
    Set<String> languages = values.get(KnownSettings.LANGUAGES);
    if (language != null
        && languages != null
        && languages.stream().noneMatch(language::equalsIgnoreCase)) {
      problems.add(
          values.show(KnownSettings.LANGUAGES)
              + " must contain the default language "
              + language
              + " (speech.language)");
    }
  }

  private static void checkReplay(Resolution values, List<String> problems) {
    Long each = values.get(KnownSettings.REPLAY_MAX_BYTES);
    Long total = values.get(KnownSettings.REPLAY_MAX_TOTAL_BYTES);
    if (each != null && total != null && each > total) {
      problems.add(
          "speech.replay.max-bytes is "
              + each
              + " bytes for one recognition, which is more than the "
              + total
              + " bytes that speech.replay.max-total-bytes allows to all of them");
    }
  }
}
