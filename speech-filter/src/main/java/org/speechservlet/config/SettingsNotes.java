package org.speechservlet.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what can be used as it is set and still deserves a look. Confined to one reading. */
final class SettingsNotes {
  private final Resolution values;
  private final DeclaredParameters declared;
  private final List<String> notes = new ArrayList<>();

  SettingsNotes(Resolution values, DeclaredParameters declared) {
    this.values = values;
    this.declared = declared;
  }

  /** Returns a sentence or two for each. */
  List<String> of(SpeechSettings settings, boolean hasTokenSource) {
    addUnused(settings, hasTokenSource);
    addRenewal(settings, hasTokenSource);
    addKeyInWar(KnownSettings.KEY);
    addKeyInWar(KnownSettings.SECONDARY_KEY);
    addSameKeys(settings.auth());
    addPlainHttp(settings);
    return notes;
  }

  private void addUnused(SpeechSettings settings, boolean hasTokenSource) {
    boolean usesKeys = settings.auth().mode() != AuthMode.NONE && !hasTokenSource;
    if (!usesKeys) {
      addUnused(
          values.givenOf(
              KnownSettings.KEY,
              KnownSettings.SECONDARY_KEY,
              KnownSettings.KEY_FILE,
              KnownSettings.SECONDARY_KEY_FILE));
    }
    if (settings.auth().tokenUri() == null) {
      addUnused(values.givenOf(KnownSettings.TOKEN_URI));
    }
    if (values.isGiven(KnownSettings.RECOGNITION_URI)) {
      addUnused(
          values.givenOf(KnownSettings.REGION, KnownSettings.CLOUD, KnownSettings.RESOURCE_NAME));
    }
  }

  private void addUnused(List<Setting<?>> settings) {
    settings.forEach(setting -> notes.add(setting.name() + " has no use beside the others."));
  }

  private void addRenewal(SpeechSettings settings, boolean hasTokenSource) {
    boolean isTenMinuteToken = settings.auth().mode() == AuthMode.TOKEN && !hasTokenSource;
    if (isTenMinuteToken && settings.auth().renewAfter().toSeconds() > 360) {
      notes.add(
          "a token of 10 minutes is renewed at the age of 6 minutes at the latest, so that"
              + " an outage of the token service costs nothing.");
    }
  }

  private void addKeyInWar(Setting<String> key) {
    Found used = values.given(key);
    Found inWar = firstNonNull(declared.findInitParam(key), declared.findContextParam(key));
    if (inWar != null && used != null && !inWar.text().isBlank()) {
      notes.add(
          key.name()
              + " is given as "
              + inWar.place()
              + ": if that stands in the WAR, whoever has the file has the key. Give it from"
              + " outside (environment variable "
              + key.variableName()
              + ", or "
              + key.name()
              + "-file)"
              + (used.place().equals(inWar.place())
                  ? "."
                  : "; " + used.place() + " is used already, so it can be taken out."));
    }
  }

  private static @Nullable Found firstNonNull(@Nullable Found one, @Nullable Found other) {
    return one != null ? one : other;
  }

  private void addSameKeys(AuthSettings auth) {
    if (auth.key() != null && auth.key().equals(auth.secondaryKey())) {
      notes.add(
          "the second key is the same as the first, so that it helps in no failure. The resource"
              + " has two different ones.");
    }
  }

  private void addPlainHttp(SpeechSettings settings) {
    if (!values.getOr(KnownSettings.ALLOW_PLAIN_HTTP, false)) {
      return;
    }
    List<String> plain =
        Stream.of(settings.auth().tokenUri(), settings.recognition().uri())
            .filter(uri -> uri != null && PlainHttpRule.isExposed(uri))
            .map(URI::getHost)
            .distinct()
            .toList();
    notes.add(
        plain.isEmpty()
            ? "speech.allow-plain-http is true and not needed: leave it out, so that a later"
                + " mistake in an address is noticed."
            : "speech.allow-plain-http is true: speech and credential go to "
                + String.join(" and ", plain)
                + " in clear text, for everybody on the way to read. Use https if the host has it.");
  }
}
