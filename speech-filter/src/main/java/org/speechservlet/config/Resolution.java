package org.speechservlet.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of every setting, and where each came from. A blank text counts as not given, as an
 * unset variable of a deployment script often arrives as an empty one; its place is remembered.
 * Confined to one reading of settings.
 */
final class Resolution {
  private final Map<Setting<?>, Object> values = new HashMap<>();
  private final Map<Setting<?>, Found> given = new HashMap<>();
  private final Map<Setting<?>, String> blankPlaces = new HashMap<>();

  private Resolution() {}

  /** Looks every setting up and reads its text; adds a sentence for each that cannot be read. */
  static Resolution of(List<SettingSource> sources, List<String> problems) {
    Resolution resolution = new Resolution();
    KnownSettings.ALL.forEach(setting -> resolution.resolve(setting, sources, problems));
    return resolution;
  }

  private void resolve(Setting<?> setting, List<SettingSource> sources, List<String> problems) {
    for (SettingSource source : sources) {
      Found found = source.find(setting);
      if (found != null && found.text().isBlank()) {
        blankPlaces.putIfAbsent(setting, found.place());
      } else if (found != null) {
        Found stripped = new Found(found.text().strip(), found.place());
        given.put(setting, stripped);
        read(setting, stripped, problems);
        return;
      }
    }
    if (setting.defaultText() != null) {
      read(setting, new Found(setting.defaultText(), "default"), problems);
    }
  }

  private void read(Setting<?> setting, Found found, List<String> problems) {
    try {
      values.put(setting, setting.format().read(found.text()));
    } catch (InvalidValueException e) {
      String allowed = setting.format().allowed();
      problems.add(show(setting) + " must be " + allowed + ": " + e.getMessage());
    }
  }

  /** Whether there is text for a setting, be it valid or not. */
  boolean isGiven(Setting<?> setting) {
    return given.containsKey(setting);
  }

  @Nullable Found given(Setting<?> setting) {
    return given.get(setting);
  }

  @Nullable String blankPlace(Setting<?> setting) {
    return blankPlaces.get(setting);
  }

  /** Returns the value or the default; null if there is neither, or if the text is invalid. */
  @SuppressWarnings("unchecked") // read() puts in only what the setting's own format has read
  <T> @Nullable T get(Setting<T> setting) {
    return (T) values.get(setting);
  }

  <T> T getOr(Setting<T> setting, T substitute) {
    T value = get(setting);
    return value == null ? substitute : value;
  }

  /** Returns a value that is known to be there: a setting with a default, after all checks. */
  <T> T require(Setting<T> setting) {
    T value = get(setting);
    if (value == null) {
      throw new IllegalStateException(setting.name() + " has no value");
    }
    return value;
  }

  /** Names a setting with its value and place, as a sentence about it begins. */
  String show(Setting<?> setting) {
    Found found = given.get(setting);
    return found == null
        ? setting.name()
        : setting.name() + " = " + quoted(setting, found) + " (" + found.place() + ")";
  }

  private static String quoted(Setting<?> setting, Found found) {
    String shown = setting.masked(found.text());
    return shown.startsWith("<") ? shown : "\"" + shown + "\"";
  }

  /** Shows a setting, given or not. */
  SettingsReading.Line line(Setting<?> setting) {
    Found found = given.get(setting);
    if (found != null) {
      return new SettingsReading.Line(
          setting.name(), setting.masked(found.text()), found.place(), true);
    }
    String blankPlace = blankPlaces.get(setting);
    String defaultText = setting.defaultText();
    String text = setting.isSecret() ? "<missing>" : defaultText == null ? "-" : defaultText;
    String place = blankPlace == null ? "default" : blankPlace + " is blank";
    return new SettingsReading.Line(setting.name(), text, place, false);
  }

  /** Returns the settings among these that were given. */
  List<Setting<?>> givenOf(Setting<?>... settings) {
    List<Setting<?>> result = new ArrayList<>();
    for (Setting<?> setting : settings) {
      if (isGiven(setting)) {
        result.add(setting);
      }
    }
    return result;
  }
}
