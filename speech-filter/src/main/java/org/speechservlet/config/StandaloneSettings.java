package org.speechservlet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.naming.NameNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of a web application where there is no servlet container, as the servlet would
 * read them within one. Needs no class of the Servlet API.
 */
public final class StandaloneSettings {
  private StandaloneSettings() {}

  /**
   * Looks every setting up in the same order as a web application does, and checks them.
   *
   * @param properties what stands for the JVM's system properties
   * @param environment what stands for the environment
   * @param entries what JNDI would hold below {@code java:comp/env/}, by names such as {@code
   *     speech/region}
   * @param declared what the web application declares
   * @return the settings, or every problem with them
   */
  public static SettingsReading read(
      Map<String, String> properties,
      Map<String, String> environment,
      Map<String, String> entries,
      DeclaredParameters declared) {
    SettingSources sources =
        SettingSources.of(
            properties::get, environment::get, name -> entry(entries, name), declared);
    return new SettingsEvaluation(sources, false).reading();
  }

  private static @Nullable Object entry(Map<String, String> entries, String name)
      throws NameNotFoundException {
    String text = entries.get(name.substring("java:comp/env/".length()));
    if (text == null) {
      throw new NameNotFoundException(name);
    }
    return text;
  }

  /** Reads settings from a map alone. */
  static SpeechSettings read(Map<String, String> values) {
    List<Declaration> declarations = new ArrayList<>();
    values.forEach(
        (name, text) ->
            declarations.add(new Declaration(name, text, "\"" + name + "\" of the given map")));
    DeclaredParameters declared = new DeclaredParameters(List.of(), declarations);
    List<SettingSource> inOrder = List.of(declared::findContextParam);
    return new SettingsEvaluation(new SettingSources(inOrder, declared), false).read();
  }
}
