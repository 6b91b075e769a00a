package org.speechservlet.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;
import org.speechservlet.local.fault.Faults;

/** A service on a free port with a scripted engine, a clock and delays in the test's hand. */
final class RunningService implements AutoCloseable {

  static final String WAV_TYPE = "audio/wav; codecs=audio/pcm; samplerate=16000";

  final ScriptedEngine engine = new ScriptedEngine(2);
  final HandClock clock = new HandClock();
  final HandDelayer delayer = new HandDelayer();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LocalSpeechService service;

  RunningService() throws IOException {
    this(UnaryOperator.identity());
  }

  RunningService(UnaryOperator<LocalSpeechOptions> change) throws IOException {
    LocalSpeechOptions options = LocalSpeechOptions.defaults().withClock(clock);
    service = LocalSpeechService.start(change.apply(options), engine, delayer -> this.delayer);
  }

  URI tokenUri() {
    return service.tokenUri();
  }

  /** The recognition endpoint with a query. */
  URI recognitionUri(String query) {
    return URI.create(service.recognitionUri() + query);
  }

  URI uri(String path) {
    return service.tokenUri().resolve(path);
  }

  Faults faults() {
    return service.faults();
  }

  RawClient connect() throws IOException {
    return new RawClient(service.tokenUri());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** Gets a token with any key. */
  String token() throws IOException, InterruptedException {
    return send(tokenRequest("any").build()).body();
  }

  HttpRequest.Builder tokenRequest(String key) {
    return HttpRequest.newBuilder(service.tokenUri())
        .header("Ocp-Apim-Subscription-Key", key)
        .timeout(RawClient.PATIENCE)
        .POST(HttpRequest.BodyPublishers.noBody());
  }

  /** A recognition in US English with a key, to be sent or changed. */
  HttpRequest.Builder recognition(byte[] audio) {
    return recognition("?language=en-US", audio).header("Ocp-Apim-Subscription-Key", "any");
  }

  /** A recognition without a credential. */
  HttpRequest.Builder recognition(String query, byte[] audio) {
    return HttpRequest.newBuilder(recognitionUri(query))
        .header("Content-Type", WAV_TYPE)
        .timeout(RawClient.PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(audio));
  }

  @Override
  public void close() {
    service.close();
  }
}
