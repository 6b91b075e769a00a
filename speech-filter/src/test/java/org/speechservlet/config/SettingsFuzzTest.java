package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/**
 * Settings, whatever they are: each line is {@code place name=value}, where the place is a system
 * property (p), the environment (e), JNDI (j), an init-param (i) or a context-param (c).
 */
class SettingsFuzzTest {
  private static final String MARK = "T0p-S3cret";
  private static final int MOST_PROBLEM_CHARS = 3000;

  private final Map<Character, Map<String, String>> maps =
      Map.of('p', new HashMap<>(), 'e', new HashMap<>(), 'j', new HashMap<>());
  private final List<Declaration> initParams = new ArrayList<>();
  private final List<Declaration> contextParams = new ArrayList<>();

  @Timeout(20)
  @FuzzTest
  void settings_ofAnyText_canBeUsedOrAllThatIsWrongIsTold(byte[] bytes) {
    clear();
    String text = new String(bytes, StandardCharsets.UTF_8);
    text.replace(MARK, "").lines().forEach(this::add);
    SettingsReading reading =
        StandaloneSettings.read(
            map('p'), map('e'), map('j'), new DeclaredParameters(initParams, contextParams));
    check(reading);
    assertEquals(reading.problems(), again().problems());
  }

  /** The fuzzer takes one object of this class for all of its inputs. */
  private void clear() {
    maps.values().forEach(Map::clear);
    initParams.clear();
    contextParams.clear();
  }

  private Map<String, String> map(char place) {
    return maps.getOrDefault(place, Map.of());
  }

  private SettingsReading again() {
    return StandaloneSettings.read(
        map('p'), map('e'), map('j'), new DeclaredParameters(initParams, contextParams));
  }

  private void add(String line) {
    int equals = line.indexOf('=');
    if (equals < 2) {
      return;
    }
    String name = line.substring(2, equals);
    String value = line.substring(equals + 1);
    if (name.toLowerCase(java.util.Locale.ROOT).endsWith("key")) {
      value = MARK + value;
    }
    char place = line.charAt(0);
    switch (place) {
      case 'i' -> initParams.add(new Declaration(name, value, "init-param " + SafeText.of(name)));
      case 'c' ->
          contextParams.add(new Declaration(name, value, "context-param " + SafeText.of(name)));
      default -> maps.getOrDefault(place, new HashMap<>()).put(name, value);
    }
  }

  private static void check(SettingsReading reading) {
    assertFalse(reading.toString().contains(MARK), "a key is shown");
    assertEquals(KnownSettings.ALL.size(), reading.lines().size());
    if (reading.settings() == null) {
      assertFalse(reading.problems().isEmpty(), "nothing is wrong, and there are no settings");
    } else {
      assertEquals(List.of(), reading.problems());
      checkUsable(reading, reading.settings());
    }
    for (String problem : reading.problems()) {
      assertTrue(problem.length() <= MOST_PROBLEM_CHARS, problem);
    }
  }

  private static void checkUsable(SettingsReading reading, SpeechSettings settings) {
    assertFalse(settings.toString().contains(MARK), "a key is shown");
    assertFalse(SettingsReport.of(reading, settings, false).contains(MARK), "a key is shown");
    assertNotNull(settings.recognition().uri().getHost());
    assertTrue(settings.recognition().allowsLanguage(settings.recognition().language()));
    assertTrue(settings.limits().maxConcurrent() >= 1);
    assertTrue(settings.limits().maxUploadBytes() >= NumberFormats.KIB);
  }
}
