package org.speechservlet.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.servers.client.Browser;
import org.speechservlet.servers.client.ListeningEngine;
import org.speechservlet.servers.container.Server;
import org.speechservlet.servers.container.ServerKind;
import org.speechservlet.servers.process.Jdk;
import org.speechservlet.servers.war.WarFile;

/** One server on which applications are deployed beside each other while it runs. */
final class CircumstancesScene implements AutoCloseable {

  private static final String KEY = "right-key";

  private final ServerKind kind;
  private @Nullable LocalSpeechService speech;
  private @Nullable Server server;

  CircumstancesScene(ServerKind kind) {
    this.kind = kind;
  }

  ServerKind kind() {
    return kind;
  }

  /** The server, started as its makers have it if it was not started. */
  Server server() throws IOException {
    if (server == null) {
      prepare(kind).start();
    }
    return Objects.requireNonNull(server);
  }

  /** A server in the place of the one before, to be started. */
  Server prepare(ServerKind layout) throws IOException {
    close();
    LocalSpeechService upstream =
        LocalSpeechService.start(
            LocalSpeechOptions.defaults().withKeys(KEY), new ListeningEngine());
    speech = upstream;
    Server prepared = new Server(layout, Jdk.find(kind.java()).orElseThrow(), settings(upstream));
    server = prepared;
    return prepared;
  }

  private static Map<String, String> settings(LocalSpeechService upstream) {
    return Map.of(
        "SPEECH_TOKEN_URI", upstream.tokenUri().toString(),
        "SPEECH_RECOGNITION_URI", upstream.recognitionUri().toString(),
        "SPEECH_KEY", KEY);
  }

  /** Deploys an application, and waits until its status can be asked for by this user. */
  Browser deploy(String name, WarFile war, Browser user, String mapping) throws Exception {
    server().deploy(name, war.write(Path.of("target", kind.id() + "-" + name + ".war")));
    Browser browser = user.withSpeechAt(mapping);
    server().process().await(name + " is up", () -> browser.statusOf(mapping + "status") == 200);
    return browser;
  }

  @Override
  public String toString() {
    return kind.toString();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (speech != null) {
      speech.close();
    }
  }
}
