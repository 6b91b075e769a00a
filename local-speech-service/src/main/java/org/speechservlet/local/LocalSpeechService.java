package org.speechservlet.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.speechservlet.local.fault.Faults;

/**
 * The Speech API on loopback: a token issuer and a recognition endpoint in one small HTTP server.
 *
 * <p>Thread-safe.
 */
public final class LocalSpeechService implements AutoCloseable {

  private final Server server;
  private final SpeechEngine engine;
  private final Faults faults;

  private LocalSpeechService(Server server, SpeechEngine engine, Faults faults) {
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
    Server server = new Server(new InetSocketAddress(options.host(), options.port()));
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("Cannot serve on " + options.host() + ":" + options.port(), e);
    }
    return new LocalSpeechService(server, engine, new Faults(options.clock()));
  }

  /** The address of the token service, {@code http://127.0.0.1:PORT/sts/v1.0/issueToken}. */
  public URI tokenUri() {
    return server.getURI().resolve("/sts/v1.0/issueToken");
  }

  /**
   * The address of the recognition endpoint, {@code
   * http://127.0.0.1:PORT/speech/recognition/conversation/cognitiveservices/v1}.
   */
  public URI recognitionUri() {
    return server.getURI().resolve("/speech/recognition/conversation/cognitiveservices/v1");
  }

  /** The faults of this service: what is set here or under {@code /faults} happens to requests. */
  public Faults faults() {
    return faults;
  }

  /** Ends all requests at once, then the server, then the engine. Idempotent. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    } finally {
      engine.close();
    }
  }
}
