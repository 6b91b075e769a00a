package org.speechservlet.config;

import java.util.List;

/** Checks that what is sent to prove oneself is there, once, and fits the rest. */
final class CredentialRules {
  private final Resolution values;
  private final List<String> problems;

  CredentialRules(Resolution values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  /**
   * Applies the rules.
   *
   * @param mode the value of {@code speech.auth}
   * @param hasTokenSource whether the application brings a token source of its own
   */
  void check(AuthMode mode, boolean hasTokenSource) {
    checkOneOf(KnownSettings.KEY, KnownSettings.KEY_FILE);
    checkOneOf(KnownSettings.SECONDARY_KEY, KnownSettings.SECONDARY_KEY_FILE);
    if (hasTokenSource && mode != AuthMode.TOKEN) {
      problems.add(
          values.show(KnownSettings.AUTH)
              + " leaves no use for the token source that the application put into its"
              + " ServletContext; remove the one or the other");
    } else if (!hasTokenSource && mode != AuthMode.NONE) {
      checkPresence();
    }
  }

  private void checkOneOf(Setting<?> text, Setting<?> file) {
    if (values.isGiven(text) && values.isGiven(file)) {
      problems.add(
          values.show(text)
              + " and "
              + values.show(file)
              + " both give the same key; leave one of the two out");
    }
  }

  private void checkPresence() {
    boolean hasFirst = isGiven(KnownSettings.KEY, KnownSettings.KEY_FILE);
    boolean hasSecond = isGiven(KnownSettings.SECONDARY_KEY, KnownSettings.SECONDARY_KEY_FILE);
    if (!hasFirst && hasSecond) {
      problems.add(
          "a secondary key is given without a first one; set speech.key or speech.key-file too, or"
              + " give that key as the first");
    } else if (!hasFirst) {
      String blank = values.blankPlace(KnownSettings.KEY);
      problems.add(
          "speech.key is <missing>"
              + (blank == null ? "" : " (" + blank + " is blank)")
              + ": set it (environment variable SPEECH_KEY), or speech.key-file; a service that"
              + " wants no credential needs speech.auth=none");
    }
  }

  private boolean isGiven(Setting<?> text, Setting<?> file) {
    return values.isGiven(text) || values.isGiven(file);
  }
}
