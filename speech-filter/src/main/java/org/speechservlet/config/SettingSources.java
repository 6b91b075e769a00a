package org.speechservlet.config;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All places where settings are looked up.
 *
 * @param inOrder the first that has a value wins
 * @param declared the parameters of the deployment descriptor, to be checked for unknown names
 */
record SettingSources(List<SettingSource> inOrder, DeclaredParameters declared) {

  /** Looks a name up; null if there is nothing of that name. */
  @FunctionalInterface
  interface TextLookup {
    @Nullable String get(String name);
  }

  /**
   * Puts the places into their order.
   *
   * @param properties system properties
   * @param environment environment variables
   * @param jndi naming
   * @param declared parameters of the deployment descriptor
   */
  static SettingSources of(
      TextLookup properties,
      TextLookup environment,
      JndiSource.Lookup jndi,
      DeclaredParameters declared) {
    return new SettingSources(
        List.of(
            setting -> found(properties, setting.name(), name -> "system property " + name),
            setting -> found(environment, setting.variableName(), name -> "environment " + name),
            new JndiSource(jndi),
            declared::findInitParam,
            declared::findContextParam),
        declared);
  }

  private static @Nullable Found found(
      TextLookup lookup, String name, UnaryOperator<String> placeOf) {
    String text = lookup.get(name);
    return text == null ? null : new Found(text, placeOf.apply(name));
  }
}
