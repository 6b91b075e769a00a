package org.speechservlet.example;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;

/**
 * The portal on embedded Jetty, beside the speech service that it talks to.
 *
 * <p>The WAR runs as it would in any container: the libraries on this server's class path are
 * hidden from it, so it lives on what it brings.
 */
final class ExampleServer implements AutoCloseable {

  /** How long requests in flight may take to finish once the server is told to stop. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private static final String[] HIDDEN_FROM_PORTAL = {
    "org.speechservlet.", "org.apache.hc.", "org.slf4j.", "jakarta.json.", "org.eclipse.parsson."
  };

  private final Server server;
  private final ServerConnector connector;
  private volatile @Nullable SpeechService speech;

  private ExampleServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Takes the port, before anything slow is started. Connections wait until {@link #serve}.
   *
   * @throws ExampleException when the port is taken, or the host is not one of this machine
   */
  static ExampleServer bind(String host, int port) throws ExampleException {
    Server server = new Server();
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw ExampleException.cannotStart(
          "Cannot listen on %s:%d. End the program that has the port, or take another one, as in: mvn -Prun -Dport=8081"
              .formatted(host, port),
          e);
    }
    return new ExampleServer(server, connector);
  }

  /**
   * Deploys the web application, which talks to this service. The service is closed with the
   * server, also when the web application does not start.
   *
   * @throws ExampleException when the web application does not start
   */
  void serve(Path war, SpeechService service) throws ExampleException {
    speech = service;
    server.setHandler(new GracefulHandler(portal(war, service.settings())));
    try {
      server.start();
    } catch (Exception e) {
      throw ExampleException.cannotStart("The web application does not start", e);
    }
  }

  private static WebAppContext portal(Path war, Map<String, String> settings) {
    WebAppContext portal = new WebAppContext();
    portal.setContextPath("/");
    portal.setWar(war.toString());
    portal.setThrowUnavailableOnStartupException(true);
    portal.getHiddenClassMatcher().add(HIDDEN_FROM_PORTAL);
    settings.forEach(portal::setInitParameter);
    return portal;
  }

  /** The address of the portal, which ends in a slash. */
  URI uri() {
    return URI.create("http://%s:%d/".formatted(connector.getHost(), connector.getLocalPort()));
  }

  /** Undeploys the web application, then ends the service that it talked to. Idempotent. */
  @Override
  public void close() {
    try {
      connector.close();
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server at " + uri() + " does not stop", e);
    } finally {
      SpeechService service = speech;
      if (service != null) {
        service.close();
      }
    }
  }
}
