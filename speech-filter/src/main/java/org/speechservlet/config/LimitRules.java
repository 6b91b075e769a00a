package org.speechservlet.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Checks that settings which limit each other fit together. */
final class LimitRules {
  private LimitRules() {}

  static void check(Resolution values, List<String> problems) {
    checkLanguages(values, problems);
    checkReplay(values, problems);
    checkOneUser(values, problems);
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

  private static void checkOneUser(Resolution values, List<String> problems) {
    Integer each = values.get(KnownSettings.USER_MAX_CONCURRENT);
    Integer all = values.get(KnownSettings.MAX_CONCURRENT);
    if (each != null && all != null && each > all) {
      problems.add(
          "speech.user.max-concurrent is "
              + each
              + " for one user, which is more than the "
              + all
              + " that speech.max-concurrent allows to all of them");
    }
    Duration hour = values.get(KnownSettings.USER_AUDIO_PER_HOUR);
    Duration day = values.get(KnownSettings.USER_AUDIO_PER_DAY);
    if (hour != null && day != null && hour.compareTo(day) > 0) {
      problems.add(
          "speech.user.audio-per-hour is "
              + hour
              + ", which is more than the "
              + day
              + " that speech.user.audio-per-day allows in a whole day");
    }
    if (values.isGiven(KnownSettings.USER_CACHE)
        && !values.isGiven(KnownSettings.USER_AUDIO_PER_HOUR)
        && !values.isGiven(KnownSettings.USER_AUDIO_PER_DAY)) {
      problems.add(
          "speech.user.cache is given, but nothing to keep there: set speech.user.audio-per-hour or"
              + " speech.user.audio-per-day, too");
    }
  }
}
