package org.speechservlet.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandaloneSettingsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();
  private final List<Declaration> initParams = new ArrayList<>();
  private final List<Declaration> contextParams = new ArrayList<>();

  StandaloneSettingsTest() {
    environment.put("SPEECH_KEY", KEY);
    environment.put("SPEECH_REGION", "westeurope");
  }

  private SettingsReading read() {
    return StandaloneSettings.read(
        properties, environment, entries, new DeclaredParameters(initParams, contextParams));
  }

  private String placeOf(String name) {
    return read().lines().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow()
        .place();
  }

  @Test
  void places_countInTheOrderOfAWebApplication() {
    contextParams.add(new Declaration("speech.language", "fr-FR", "context-param"));
    assertEquals("context-param", placeOf("speech.language"));
    initParams.add(new Declaration("language", "it-IT", "init-param"));
    assertEquals("init-param", placeOf("speech.language"));
    entries.put("speech/language", "es-ES");
    assertEquals("JNDI java:comp/env/speech/language", placeOf("speech.language"));
    environment.put("SPEECH_LANGUAGE", "de-DE");
    assertEquals("environment SPEECH_LANGUAGE", placeOf("speech.language"));
    properties.put("speech.language", "en-GB");
    assertEquals("system property speech.language", placeOf("speech.language"));
    assertEquals("en-GB", read().require().recognition().language());
  }

  @Test
  void problems_areAllThereAndNoSettings() {
    environment.remove("SPEECH_KEY");
    environment.put("SPEECH_LANGUAGE", "english");
    contextParams.add(new Declaration("speech.regio", "x", "context-param speech.regio"));

    SettingsReading reading = read();

    assertEquals(3, reading.problems().size(), reading.toString());
    assertNull(reading.settings());
    assertThrows(SettingsException.class, reading::require);
  }

  @Test
  void reading_showsNoKey() {
    contextParams.add(new Declaration("speech.secondary-key", KEY, "context-param"));

    SettingsReading reading = read();

    assertNotNull(reading.settings());
    assertFalse(reading.toString().contains(KEY));
    assertFalse(contextParams.toString().contains(KEY));
  }

  @Test
  void declarations_ofTwoPlaces_countInTheirOrder() {
    DeclaredParameters first =
        new DeclaredParameters(
            List.of(), List.of(new Declaration("speech.language", "fr-FR", "first")));
    DeclaredParameters second =
        new DeclaredParameters(
            List.of(),
            List.of(
                new Declaration("speech.language", "it-IT", "second"),
                new Declaration("speech.mode", "dictation", "second")));

    SpeechSettings settings =
        StandaloneSettings.read(properties, environment, entries, first.before(second)).require();

    assertEquals("fr-FR", settings.recognition().language());
    assertEquals(RecognitionMode.DICTATION, settings.recognition().mode());
  }

  @Test
  void adminRole_mayHaveSpacesAndMayNotBeEveryRole() {
    environment.put("SPEECH_ADMIN_ROLE", "Speech Operators");
    assertEquals("Speech Operators", read().require().access().adminRole());
    environment.put("SPEECH_ADMIN_ROLE", "*");
    assertTrue(read().problems().get(0).contains("nobody is in a role of that name"));
  }

  @Test
  void requiredRole_mayBeAnyLogin() {
    environment.put("SPEECH_REQUIRED_ROLE", "**");
    assertEquals(AccessSettings.ANY_LOGIN, read().require().access().requiredRole());
    environment.put("SPEECH_REQUIRED_ROLE", "*");
    assertTrue(read().problems().get(0).contains("or ** for whoever has logged in"));
  }

  @Test
  void limitsOfOneUser_beyondThoseOfAll_areProblems() {
    environment.put("SPEECH_MAX_CONCURRENT", "5");
    environment.put("SPEECH_USER_MAX_CONCURRENT", "6");
    environment.put("SPEECH_USER_AUDIO_PER_HOUR", "PT2H");
    environment.put("SPEECH_USER_AUDIO_PER_DAY", "PT1H");

    List<String> problems = read().problems();

    assertEquals(2, problems.size());
    assertTrue(problems.get(0).startsWith("speech.user.max-concurrent is 6 for one user"));
    assertTrue(problems.get(1).startsWith("speech.user.audio-per-hour is PT2H, which is more"));
  }

  @Test
  void cacheOfUsers_withNothingToKeep_isAProblem() {
    environment.put("SPEECH_USER_CACHE", "speech-users");
    assertTrue(read().problems().get(0).startsWith("speech.user.cache is given, but nothing"));
    environment.put("SPEECH_USER_AUDIO_PER_DAY", "PT1H");
    assertEquals("speech-users", read().require().userLimits().cache());
  }

  @Test
  void keyInTheWar_isNoted() {
    environment.remove("SPEECH_KEY");
    contextParams.add(new Declaration("speech.key", KEY, "context-param speech.key"));
    String note = onlyNote();
    assertTrue(note.contains("whoever has the file has the key"), note);
    assertTrue(note.contains("SPEECH_KEY"), note);
    assertFalse(note.contains(KEY));
  }

  @Test
  void keyInTheWar_thatIsNotUsed_isNotedWithTheOneThatIs() {
    contextParams.add(new Declaration("speech.key", KEY, "context-param speech.key"));
    assertTrue(onlyNote().contains("environment SPEECH_KEY is used already"), onlyNote());
  }

  @Test
  void secondKey_thatIsTheFirst_isNoted() {
    environment.put("SPEECH_SECONDARY_KEY", KEY);
    assertTrue(onlyNote().contains("same as the first"), onlyNote());
  }

  @Test
  void plainHttp_thatIsAllowedAndUsed_isNotedWithTheHost() {
    environment.remove("SPEECH_REGION");
    environment.put("SPEECH_TOKEN_URI", "http://gateway.example/");
    environment.put("SPEECH_RECOGNITION_URI", "http://localhost:5000/");
    environment.put("SPEECH_ALLOW_PLAIN_HTTP", "true");
    assertTrue(onlyNote().contains("go to gateway.example in clear text"), onlyNote());
  }

  @Test
  void plainHttp_thatIsAllowedInVain_isNoted() {
    environment.put("SPEECH_ALLOW_PLAIN_HTTP", "true");
    assertTrue(onlyNote().contains("not needed"), onlyNote());
  }

  @Test
  void settingsAsTheyShouldBe_haveNoNote() {
    assertEquals(List.of(), read().notes());
  }

  private String onlyNote() {
    List<String> notes = read().notes();
    assertEquals(1, notes.size(), notes.toString());
    return notes.get(0);
  }
}
