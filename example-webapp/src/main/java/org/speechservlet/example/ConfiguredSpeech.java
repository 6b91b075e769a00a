package org.speechservlet.example;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that the operator chose from outside, such as with {@code SPEECH_KEY}. The web
 * application finds these settings itself.
 *
 * @param inWords which service it is
 */
record ConfiguredSpeech(String inWords) implements SpeechService {

  /** Each of these, set outside, says that somebody means a service of their own. */
  private static final String[] DECISIVE = {"key", "key-file", "token-uri", "recognition-uri"};

  /**
   * The service that is chosen by system properties ({@code speech.key-file}) or environment
   * variables ({@code SPEECH_KEY_FILE}), if one is.
   */
  static Optional<ConfiguredSpeech> of(
      Map<String, String> properties, Map<String, String> environment) {
    Outside outside = new Outside(properties, environment);
    return Stream.of(DECISIVE).anyMatch(name -> outside.find(name).isPresent())
        ? Optional.of(new ConfiguredSpeech(words(outside)))
        : Optional.empty();
  }

  private static String words(Outside outside) {
    return outside
        .find("recognition-uri")
        .map(uri -> "the Speech API at " + uri)
        .or(() -> outside.find("resource-name").map(name -> "the Azure Speech resource " + name))
        .or(() -> outside.find("region").map(region -> "Azure Speech in the region " + region))
        .orElse("Azure Speech; the region is missing, set SPEECH_REGION");
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public void close() {
    // Nothing was started for it.
  }

  /** The sources of settings that lie outside the WAR and the server. */
  private record Outside(Map<String, String> properties, Map<String, String> environment) {

    Optional<String> find(String name) {
      String variable = "SPEECH_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
      return Optional.ofNullable(properties.get("speech." + name))
          .or(() -> Optional.ofNullable(environment.get(variable)))
          .filter(value -> !value.isBlank());
    }
  }
}
