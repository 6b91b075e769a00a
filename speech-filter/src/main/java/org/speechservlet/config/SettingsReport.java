package org.speechservlet.config;

import java.util.ArrayList;
import java.util.List;

/** The block of text that tells an operator which settings are in effect, and why. */
final class SettingsReport {
  private final Resolution values;
  private final List<String> lines = new ArrayList<>();

  SettingsReport(Resolution values) {
    this.values = values;
  }

  String of(SpeechSettings settings, boolean hasTokenSource) {
    lines.add("Speech settings in effect:");
    KnownSettings.ALL.forEach(this::addSetting);
    lines.add(line("token from", tokenOrigin(settings.auth(), hasTokenSource), ""));
    lines.add(line("recognition at", settings.recognition().uri().toString(), ""));
    addUnused(settings, hasTokenSource);
    addRenewal(settings, hasTokenSource);
    return String.join(System.lineSeparator(), lines);
  }

  private void addSetting(Setting<?> setting) {
    Found found = values.given(setting);
    if (found != null) {
      lines.add(line(setting.name(), setting.masked(found.text()), found.place()));
      return;
    }
    String blankPlace = values.blankPlace(setting);
    String defaultText = setting.defaultText();
    String text = setting.isSecret() ? "<missing>" : defaultText == null ? "-" : defaultText;
    lines.add(
        line(setting.name(), text, blankPlace == null ? "default" : blankPlace + " is blank"));
  }

  private static String line(String name, String text, String place) {
    return String.format("  %-32s %s%s", name, text, place.isEmpty() ? "" : "   (" + place + ")");
  }

  private static String tokenOrigin(AuthSettings auth, boolean hasTokenSource) {
    if (hasTokenSource) {
      return "the application's own TokenSource";
    }
    return auth.tokenUri() == null ? "- (none is needed)" : auth.tokenUri().toString();
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
    settings.forEach(
        setting -> lines.add("  Note: " + setting.name() + " has no use beside the others."));
  }

  private void addRenewal(SpeechSettings settings, boolean hasTokenSource) {
    boolean isTenMinuteToken = settings.auth().mode() == AuthMode.TOKEN && !hasTokenSource;
    if (isTenMinuteToken && settings.auth().renewAfter().toSeconds() > 360) {
      lines.add(
          "  Note: a token of 10 minutes is renewed at the age of 6 minutes at the latest, so that"
              + " an outage of the token service costs nothing.");
    }
  }
}
