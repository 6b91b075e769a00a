package org.speechservlet.servers.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who uses one web application in which {@code speech/*} is the servlet's. */
public final class Browser {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CROWD = 64;
  private static final Pattern HEARD = Pattern.compile("[Hh]eard (\\d+) milliseconds");

  private final URI application;
  private final URI speech;
  private final HttpClient client;
  private final Optional<PageToken> token;

  /**
   * @param application where it is, with a slash at the end
   */
  public Browser(URI application) {
    this(application, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /**
   * @param application where it is, with a slash at the end
   * @param client with the cookies and the login of this user
   */
  public Browser(URI application, HttpClient client) {
    this(application, application.resolve("speech/"), client, Optional.empty());
  }

  private Browser(URI application, URI speech, HttpClient client, Optional<PageToken> token) {
    this.application = application;
    this.speech = speech;
    this.client = client;
    this.token = token;
  }

  /** The same one where the servlet has another mapping, such as {@code api/dictation/}. */
  public Browser withSpeechAt(String mapping) {
    return new Browser(application, application.resolve(mapping), client, token);
  }

  /** The same one, who opens a page and sends its token against forged requests from now on. */
  public Browser onPage(String path) throws IOException, InterruptedException {
    PageToken found = PageToken.in(get(path).body());
    return new Browser(application, speech, client, Optional.of(found));
  }

  URI speech() {
    return speech;
  }

  /** What the servlet tells of itself. */
  public JsonObject status() throws IOException, InterruptedException {
    return json(send(HttpRequest.newBuilder(speech.resolve("status")).GET()));
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(application.resolve(path)).GET());
  }

  /** The status of the answer to a GET; 0 where nobody listens. */
  public int statusOf(String path) throws InterruptedException {
    try {
      return get(path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Posts an utterance in one request. */
  public HttpResponse<String> dictate(Speech speech) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(speech().resolve("recognize"))
            .header("Content-Type", speech.contentType())
            .POST(BodyPublishers.ofByteArray(speech.body())));
  }

  /** Many ask for the server's front page at once, so that all of its threads get to do. */
  public void visitInCrowds() {
    HttpRequest front = HttpRequest.newBuilder(application.resolve("/")).timeout(PATIENCE).build();
    Stream.generate(() -> client.sendAsync(front, BodyHandlers.discarding()))
        .limit(CROWD)
        .toList()
        .forEach(answer -> answer.exceptionally(thrown -> null).join());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    token.ifPresent(found -> found.addTo(request));
    return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /** Recognitions in flight, as the servlet tells. */
  public int inFlight() throws IOException, InterruptedException {
    return status().getJsonObject("recognitions").getInt("inFlight");
  }

  /** The answer's body as JSON. */
  public static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  /**
   * How much audio the Speech API got.
   *
   * @throws AssertionError when the answer tells of no recognition
   */
  public static Duration heard(HttpResponse<String> answer) {
    Matcher heard = HEARD.matcher(answer.body());
    if (answer.statusCode() != 200 || !heard.find()) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Duration.ofMillis(Long.parseLong(heard.group(1)));
  }
}
