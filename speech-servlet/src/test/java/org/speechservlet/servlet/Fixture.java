package org.speechservlet.servlet;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A stand-in Speech API, a container with the servlet, and a client. */
final class Fixture implements AutoCloseable {
  final StandInSpeechApi api;
  final WebServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Fixture() throws Exception {
    api = new StandInSpeechApi();
    server = WebServer.start(api.deployment());
  }

  Fixture(Deployment deployment) throws Exception {
    api = new StandInSpeechApi();
    server = WebServer.start(api.pointHere(deployment));
  }

  /** For servers of the test's own in front of a service of the test's own. */
  Fixture(StandInSpeechApi api, WebServer server) {
    this.api = api;
    this.server = server;
  }

  /** For a service of the test's own: the stand-in is there, too, but is not told of. */
  static Fixture withOwnService(Deployment deployment) throws Exception {
    return new Fixture(new StandInSpeechApi(), deployment);
  }

  private Fixture(StandInSpeechApi unused, Deployment deployment) throws Exception {
    api = unused;
    server = WebServer.start(deployment);
  }

  URI uri(String relative) {
    return server.base().resolve(relative);
  }

  HttpResponse<String> post(byte[] audio, String... headers) throws Exception {
    return postTo("recognize", audio, headers);
  }

  HttpResponse<String> postTo(String relative, byte[] audio, String... headers) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(relative)).POST(BodyPublishers.ofByteArray(audio)), headers);
  }

  HttpResponse<String> get(String relative, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(uri(relative)), headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  /** An exchange ends a moment after its browser has read the answer, so this asks repeatedly. */
  void assertNothingInFlight() throws Exception {
    JsonObject recognitions = JsonObject.EMPTY_JSON_OBJECT;
    for (int tries = 0; tries < 500; tries++) {
      recognitions = json(get("status").body()).getJsonObject("recognitions");
      if (recognitions.getInt("inFlight") == 0
          && recognitions.getInt("waitingUploads") == 0
          && recognitions.getInt("replayBytes") == 0) {
        return;
      }
    }
    throw new AssertionError("still in flight: " + recognitions);
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Override
  public void close() {
    server.close();
    api.close();
  }
}
