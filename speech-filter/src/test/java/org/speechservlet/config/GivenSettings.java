package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a test: a valid set that a test adds to or takes from. */
final class GivenSettings {
  private final Map<String, String> values = new HashMap<>();

  private GivenSettings() {}

  static GivenSettings none() {
    return new GivenSettings();
  }

  /** A region and a key, as most applications have. */
  static GivenSettings regional() {
    return none().with("region", "westeurope").with("key", "0123456789abcdef");
  }

  GivenSettings with(String bareName, String text) {
    values.put("speech." + bareName, text);
    return this;
  }

  GivenSettings without(String bareName) {
    values.remove("speech." + bareName);
    return this;
  }

  SpeechSettings read() {
    return SpeechSettings.of(values);
  }

  List<String> problems() {
    return assertThrows(SettingsException.class, this::read).problems();
  }

  String onlyProblem() {
    List<String> problems = problems();
    if (problems.size() != 1) {
      throw new AssertionError("not one problem: " + problems);
    }
    return problems.get(0);
  }
}
