package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers record is understood by a real recognizer, which takes only Ogg. */
final class BrowserRecordingIT {
  private static final Path RECORDINGS = Path.of("../speech-servlet/src/test/resources/recordings");

  private static ExampleServer server;

  @BeforeAll
  static void start() throws ExampleException {
    server = ExampleServer.bind("localhost", 0);
    server.serve(Built.WAR, new PatientSpeech(LocalSpeech.start()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "chromium-slice100.webm, audio/webm;codecs=opus, The patient is resting comfortably today.",
    "chromium-whole.webm, audio/webm;codecs=opus, Please call the office before noon on friday.",
    "firefox-slice100.webm, audio/webm;codecs=opus, There is no change in the medication.",
    "chromium-slice250.mp4, audio/mp4;codecs=opus, I will send a letter to the family tomorrow."
  })
  void recording_postedAsTheBrowserWroteIt_comesBackAsItsWords(
      String file, String type, String words) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.uri().resolve("speech/recognize"))
                    .header("Content-Type", type)
                    .header("Accept", "text/plain")
                    .POST(BodyPublishers.ofFile(RECORDINGS.resolve(file)))
                    .build(),
                BodyHandlers.ofString());

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(words, answer.body());
  }

  /** The local recognizer, given time on a machine that is busy with other tests. */
  private record PatientSpeech(LocalSpeech speech) implements SpeechService {

    @Override
    public Map<String, String> settings() {
      Map<String, String> settings = new HashMap<>(speech.settings());
      settings.put("speech.response-timeout", "PT5M");
      return settings;
    }

    @Override
    public String inWords() {
      return speech.inWords();
    }

    @Override
    public void close() {
      speech.close();
    }
  }
}
