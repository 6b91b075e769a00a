package org.speechservlet.example;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The packaged WAR on the embedded server, over real sockets, with a recognizer that is scripted.
 */
final class ExampleServerIT {

  private final ScriptedEngine engine = new ScriptedEngine("water came through the ceiling");
  private final HttpClient client = HttpClient.newHttpClient();
  private ExampleServer server;

  @BeforeEach
  void start() throws ExampleException {
    server = ExampleServer.bind("localhost", 0);
    server.serve(Built.WAR, LocalSpeech.start(engine));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void portal_isServedWithItsParts() throws Exception {
    assertAll(
        () -> assertServed("", "text/html"),
        () -> assertServed("portal.css", "text/css"),
        () -> assertServed("portal.js", "text/javascript"),
        () -> assertServed("audio-control.js", "text/javascript"),
        () -> assertServed("portal.svg", "image/svg+xml"),
        () -> assertServed("speech/", "text/html"),
        () -> assertServed("speech/try-it.css", "text/css"));
  }

  @Test
  void sample_postedAsThePortalDoes_comesBackAsText() throws Exception {
    HttpResponse<String> answer = postSample();

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"RecognitionStatus\":\"Success\""), answer.body());
    assertTrue(answer.body().contains("Water came through the ceiling"), answer.body());
  }

  @Test
  void sample_postedByTheFormWithoutScript_comesBackAsText() throws Exception {
    HttpResponse<String> answer =
        client.send(
            to("speech/recognize?format=detailed")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(formWithSample("cut"))
                .build(),
            BodyHandlers.ofString());

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"NBest\""), answer.body());
  }

  @Test
  void status_onceAudioWasServed_isUpAndNamesTheServiceOnLoopback() throws Exception {
    postSample();

    HttpResponse<String> answer = client.send(to("speech/status").build(), BodyHandlers.ofString());

    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"status\":\"up\""), answer.body());
    assertTrue(answer.body().contains("\"host\":\"127.0.0.1"), answer.body());
  }

  @Test
  void bind_portThatIsTaken_namesItAndTheWayOut() {
    int port = server.uri().getPort();

    ExampleException refusal =
        assertThrows(ExampleException.class, () -> ExampleServer.bind("localhost", port));

    assertTrue(
        refusal.getMessage().startsWith("Cannot listen on localhost:" + port + ". End the program"),
        refusal.getMessage());
    assertEquals(1, refusal.exitCode());
  }

  @Test
  void serve_settingsThatAreWrong_showsWhatTheWebApplicationSays() throws Exception {
    try (ExampleServer other = ExampleServer.bind("localhost", 0)) {
      ExampleException refusal =
          assertThrows(ExampleException.class, () -> other.serve(Built.WAR, new Misconfigured()));

      assertTrue(refusal.getMessage().contains("speech.max-concurrent"), refusal.getMessage());
    }
  }

  @Test
  void close_givesBackThePortAndTheEngine() throws Exception {
    int port = server.uri().getPort();

    server.close();

    assertTrue(engine.isClosed());
    ExampleServer.bind("localhost", port).close();
  }

  private HttpResponse<String> postSample() throws IOException, InterruptedException {
    return client.send(
        to("speech/recognize")
            .header("Content-Type", "audio/wav")
            .header("Accept", "application/json, application/problem+json")
            .POST(BodyPublishers.ofFile(Built.SAMPLE))
            .build(),
        BodyHandlers.ofString());
  }

  private void assertServed(String path, String type) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(to(path).build(), BodyHandlers.ofByteArray());

    assertEquals(200, answer.statusCode(), path);
    String given = answer.headers().firstValue("Content-Type").orElse("");
    assertTrue(given.startsWith(type), path + ": " + given);
    assertTrue(answer.body().length > 0, path);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  private static HttpRequest.BodyPublisher formWithSample(String boundary) throws IOException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"claim.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
            .formatted(boundary);
    String tail = "\r\n--%s--\r\n".formatted(boundary);
    return BodyPublishers.ofByteArrays(
        List.of(
            head.getBytes(StandardCharsets.US_ASCII),
            Files.readAllBytes(Built.SAMPLE),
            tail.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Leads nowhere, since one of its settings cannot be used. */
  private record Misconfigured() implements SpeechService {

    @Override
    public Map<String, String> settings() {
      return Map.of("speech.max-concurrent", "many");
    }

    @Override
    public String inWords() {
      return "nothing";
    }

    @Override
    public void close() {}
  }
}
