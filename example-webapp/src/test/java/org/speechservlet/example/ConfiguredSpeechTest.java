package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfiguredSpeechTest {

  @Test
  void of_nothingSet_isNone() {
    assertTrue(ConfiguredSpeech.of(Map.of(), Map.of()).isEmpty());
  }

  @Test
  void of_regionWithoutKey_isNone() {
    assertTrue(ConfiguredSpeech.of(Map.of(), Map.of("SPEECH_REGION", "westeurope")).isEmpty());
  }

  @Test
  void of_blankKey_isNone() {
    assertTrue(ConfiguredSpeech.of(Map.of(), Map.of("SPEECH_KEY", " ")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SPEECH_KEY", "SPEECH_KEY_FILE", "SPEECH_TOKEN_URI", "SPEECH_RECOGNITION_URI"})
  void of_decisiveVariable_isAService(String variable) {
    assertTrue(ConfiguredSpeech.of(Map.of(), Map.of(variable, "x")).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"speech.key", "speech.key-file", "speech.token-uri", "speech.recognition-uri"})
  void of_decisiveProperty_isAService(String property) {
    assertTrue(ConfiguredSpeech.of(Map.of(property, "x"), Map.of()).isPresent());
  }

  @Test
  void inWords_keyAndRegion_namesTheRegionAndNotTheKey() {
    String words =
        wordsOf(Map.of(), Map.of("SPEECH_KEY", "0123secret", "SPEECH_REGION", "westeurope"));

    assertEquals("Azure Speech in the region westeurope", words);
    assertFalse(words.contains("secret"));
  }

  @Test
  void inWords_propertyAndVariable_prefersTheProperty() {
    assertEquals(
        "Azure Speech in the region northeurope",
        wordsOf(
            Map.of("speech.region", "northeurope"),
            Map.of("SPEECH_KEY", "k", "SPEECH_REGION", "westeurope")));
  }

  @Test
  void inWords_explicitUri_winsOverTheRegion() {
    assertEquals(
        "the Speech API at https://speech.example/v1",
        wordsOf(
            Map.of(),
            Map.of(
                "SPEECH_RECOGNITION_URI", "https://speech.example/v1",
                "SPEECH_REGION", "westeurope")));
  }

  @Test
  void inWords_keyAlone_saysThatTheRegionIsMissing() {
    assertEquals(
        "Azure Speech; the region is missing, set SPEECH_REGION",
        wordsOf(Map.of(), Map.of("SPEECH_KEY", "k")));
  }

  private static String wordsOf(Map<String, String> properties, Map<String, String> environment) {
    Optional<ConfiguredSpeech> service = ConfiguredSpeech.of(properties, environment);
    return service.orElseThrow().inWords();
  }
}
