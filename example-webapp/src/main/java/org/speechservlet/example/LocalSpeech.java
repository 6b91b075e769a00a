package org.speechservlet.example;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.speechservlet.local.EngineOptions;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.local.SpeechEngine;
import org.speechservlet.local.SpeechEngineProvider;

/** The Speech API on loopback, inside this process. */
final class LocalSpeech implements SpeechService {

  /** One person tries the example, and may try two fields at a time. */
  private static final EngineOptions ENGINE_OPTIONS = new EngineOptions(List.of("en-US"), 2);

  private final LocalSpeechService service;

  private LocalSpeech(LocalSpeechService service) {
    this.service = service;
  }

  /** Starts the service with the recognizer that is on the class path; takes some seconds. */
  static LocalSpeech start() throws ExampleException {
    SpeechEngineProvider provider =
        ServiceLoader.load(SpeechEngineProvider.class)
            .findFirst()
            .orElseThrow(
                () ->
                    ExampleException.cannotStart(
                        "There is no recognizer on the class path. Add local-speech-service, or set SPEECH_KEY and SPEECH_REGION"));
    return start(provider.create(ENGINE_OPTIONS));
  }

  /** Starts the service with this engine, which is closed with it. */
  static LocalSpeech start(SpeechEngine engine) throws ExampleException {
    try {
      return new LocalSpeech(LocalSpeechService.start(LocalSpeechOptions.defaults(), engine));
    } catch (IOException e) {
      engine.close();
      throw ExampleException.cannotStart("The local speech service does not start", e);
    }
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "speech.token-uri", service.tokenUri().toString(),
        "speech.recognition-uri", service.recognitionUri().toString(),
        // The service on loopback takes any key that is not empty.
        "speech.key", "local");
  }

  @Override
  public String inWords() {
    return "the local recognizer at " + service.recognitionUri().getAuthority();
  }

  @Override
  public void close() {
    service.close();
  }
}
