package org.speechservlet.local;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.speechservlet.local.fault.Faults;
import org.speechservlet.local.token.TokenAuthority;

/**
 * The Speech API on loopback: a token issuer and a recognition endpoint in one small HTTP server.
 *
 * <pre>{@code
 * try (var service = LocalSpeechService.start(LocalSpeechOptions.defaults(), engine)) {
 *   // speech.token-uri = service.tokenUri(), speech.recognition-uri = service.recognitionUri()
 * }
 * }</pre>
 *
 * <p>Thread-safe. All its threads are daemons.
 */
public final class LocalSpeechService implements AutoCloseable {

  private final HttpServer server;
  private final SpeechEngine engine;
  private final Faults faults;

  private LocalSpeechService(HttpServer server, SpeechEngine engine, Faults faults) {
    this.server = server;
    this.engine = engine;
    this.faults = faults;
  }

  /**
   * Binds the address and serves until {@link #close()}. From a successful start on the service
   * owns the engine; after a failed one the engine stays the caller's.
   *
   * @throws IOException when the address cannot be bound, with the address in the message
   */
  public static LocalSpeechService start(LocalSpeechOptions options, SpeechEngine engine)
      throws IOException {
    return start(options, engine, UnaryOperator.identity());
  }

  /**
   * @param delaying what lets time pass, given what does so in earnest
   */
  static LocalSpeechService start(
      LocalSpeechOptions options, SpeechEngine engine, UnaryOperator<Delayer> delaying)
      throws IOException {
    HttpServer server = new HttpServer(options);
    Wiring wiring =
        new Wiring(
            options,
            new SubscriptionKeys(options.keys()),
            new TokenAuthority(options.clock(), options.tokenLife(), new SecureRandom()),
            new Faults(options.clock()),
            delaying.apply(server),
            System::nanoTime);
    server.start(new SpeechApi(engine, wiring));
    return new LocalSpeechService(server, engine, wiring.faults());
  }

  /** The address of the token service, {@code http://127.0.0.1:PORT/sts/v1.0/issueToken}. */
  public URI tokenUri() {
    return server.uri().resolve(SpeechApi.TOKEN_PATH);
  }

  /**
   * The address of the recognition endpoint, {@code
   * http://127.0.0.1:PORT/speech/recognition/conversation/cognitiveservices/v1}. The other modes
   * are {@code interactive} and {@code dictation}.
   */
  public URI recognitionUri() {
    return server.uri().resolve(SpeechApi.recognitionPath(RecognitionMode.CONVERSATION));
  }

  /** The faults of this service: what is set here or under {@code /faults} happens to requests. */
  public Faults faults() {
    return faults;
  }

  /**
   * Cuts all requests, ends the server, then the engine; when it returns, no thread, socket or
   * recognizer of them is left. Idempotent.
   */
  @Override
  public void close() {
    try {
      server.stop();
    } finally {
      engine.close();
    }
  }
}
