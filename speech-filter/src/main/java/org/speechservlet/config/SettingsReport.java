package org.speechservlet.config;

import java.util.ArrayList;
import java.util.List;

/** The block of text that tells an operator which settings are in effect, and why. */
final class SettingsReport {
  private SettingsReport() {}

  static String of(SettingsReading reading, SpeechSettings settings, boolean hasTokenSource) {
    List<String> lines = new ArrayList<>();
    lines.add("Speech settings in effect:");
    reading.lines().forEach(line -> lines.add(line(line.name(), line.text(), line.place())));
    lines.add(line("token from", tokenOrigin(settings.auth(), hasTokenSource), ""));
    lines.add(line("recognition at", settings.recognition().uri().toString(), ""));
    reading.notes().forEach(note -> lines.add("  Note: " + note));
    return String.join(System.lineSeparator(), lines);
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
}
