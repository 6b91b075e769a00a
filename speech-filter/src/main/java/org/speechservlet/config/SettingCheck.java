package org.speechservlet.config;

import java.util.List;
import java.util.Optional;

/**
 * Internal. Checks one setting by itself, before somebody writes it into a deployment descriptor.
 * What settings must be to each other is checked when the web application starts.
 */
public final class SettingCheck {
  private SettingCheck() {}

  /**
   * Whether a setting is a secret.
   *
   * @param name a full name, such as {@code speech.key}
   */
  public static boolean isSecret(String name) {
    return find(name).map(Setting::isSecret).orElse(false);
  }

  /**
   * Checks a setting's name and value.
   *
   * @param name a full name, such as {@code speech.region}
   * @param text its value
   * @return what is wrong, in a sentence that names the nearest setting or what is allowed; a
   *     secret is not in it
   */
  public static Optional<String> problem(String name, String text) {
    Optional<Setting<?>> setting = find(name);
    return setting.isEmpty() ? Optional.of(unknown(name)) : problem(setting.get(), text.strip());
  }

  private static Optional<Setting<?>> find(String name) {
    return KnownSettings.ALL.stream().filter(known -> known.name().equals(name)).findFirst();
  }

  private static String unknown(String name) {
    List<String> names = KnownSettings.ALL.stream().map(Setting::name).toList();
    String nearest = NearestName.of(name, names);
    return name + " is not a setting; the nearest one there is called " + nearest;
  }

  private static Optional<String> problem(Setting<?> setting, String text) {
    try {
      setting.format().read(text);
      return Optional.empty();
    } catch (InvalidValueException e) {
      String allowed = setting.format().allowed();
      String shown = setting.name() + " = " + setting.masked(text);
      return Optional.of(shown + " must be " + allowed + ": " + e.getMessage());
    }
  }
}
