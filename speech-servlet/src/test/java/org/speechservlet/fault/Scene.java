package org.speechservlet.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.speechservlet.servlet.Deployment;
import org.speechservlet.servlet.WebServer;

/** The services and the servlet of one cell, all of them its own. */
final class Scene implements AutoCloseable {
  private final Socket nobody;
  private final PlayedPeer api;
  private final PlayedPeer tokens;
  final String name;
  final WebServer server;

  Scene(Cell cell, String name, Audio audio, Course course, Certificates certificates)
      throws Exception {
    this.name = name;
    nobody = new Socket();
    nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    api =
        new PlayedPeer(
            scheme(cell, Party.UPSTREAM),
            new SpeechApiPart(cell, audio, course, certificates.of(cell.fault())));
    tokens =
        new PlayedPeer(
            scheme(cell, Party.FIRST_TOKEN),
            new TokenPart(cell, course, certificates.of(cell.fault())));
    server = WebServer.start(deployment(cell));
  }

  private static String scheme(Cell cell, Party party) {
    return cell.party() == party && cell.fault().concernsTls() ? "https" : "http";
  }

  private Deployment deployment(Cell cell) {
    boolean browser = cell.party() == Party.BROWSER || cell.party() == Party.UPLOAD;
    boolean stalls = cell.fault() == Fault.STALLS;
    boolean drips = cell.fault() == Fault.DRIPS;
    boolean lasting = cell.times() == Times.ALWAYS;
    Deployment deployment =
        new Deployment("/" + name, "/speech/*")
            .with("speech.token-uri", uri(cell, Party.FIRST_TOKEN, tokens, "/token").toString())
            .with("speech.recognition-uri", uri(cell, Party.UPSTREAM, api, "/speech").toString())
            .with("speech.key", "a-key-of-the-tests")
            .with("speech.response-timeout", !browser && lasting ? waiting(cell) : "PT20S")
            .with("speech.connect-timeout", cell.fault() == Fault.NO_TLS ? "PT1S" : "PT10S")
            .with("speech.max-audio-duration", drips ? "PT1S" : "PT10S")
            .with(
                "speech.upload-idle-timeout",
                browser && stalls ? "PT1S" : drips ? "PT2S" : "PT20S");
    return cell.stage() == Stage.HEAD && browser
        ? deployment.withIdleTimeout(Duration.ofSeconds(1))
        : deployment;
  }

  /** Short where the time is what ends the recognition, or it waits for a token in vain. */
  private static String waiting(Cell cell) {
    boolean inVain = cell.party() != Party.UPSTREAM && !cell.expected().counted().equals("Success");
    return cell.fault() == Fault.STALLS || inVain ? "PT1.5S" : "PT20S";
  }

  /** A port that is bound, and where nobody listens, refuses connections. */
  private URI uri(Cell cell, Party party, PlayedPeer peer, String path) {
    return cell.party() == party && cell.fault() == Fault.REFUSES
        ? URI.create("http://127.0.0.1:" + nobody.getLocalPort() + path)
        : peer.uri(path);
  }

  /** Connections to the services that have not ended. */
  int openConnections() {
    return api.openConnections() + tokens.openConnections();
  }

  @Override
  public void close() throws IOException {
    server.close();
    api.close();
    tokens.close();
    nobody.close();
  }
}
