package org.speechservlet.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.servers.client.Browser;
import org.speechservlet.servers.client.ListeningEngine;
import org.speechservlet.servers.container.Server;
import org.speechservlet.servers.container.ServerKind;
import org.speechservlet.servers.process.Jdk;
import org.speechservlet.servers.process.ServerProcess;
import org.speechservlet.servers.war.Portal;

/**
 * One server with the example, in a process of its own, and the Speech API that it asks, in this
 * one. The key is in a file, the other settings are in the server's environment.
 */
final class Scene implements AutoCloseable {

  private static final String NAME = "portal";
  private static final String KEY = "right-key";

  private final ServerKind kind;
  private final Path keyFile;
  private @Nullable LocalSpeechService speech;
  private @Nullable Server server;
  private @Nullable Throwable failure;

  Scene(ServerKind kind) {
    this.kind = kind;
    this.keyFile = Path.of("target", kind.id() + ".key").toAbsolutePath();
  }

  ServerKind kind() {
    return kind;
  }

  /** Starts it with the example deployed, once; what prevented that is thrown each time. */
  void start() throws Throwable {
    if (failure != null) {
      throw failure;
    }
    if (server == null) {
      try {
        startServer();
      } catch (Exception | AssertionError e) {
        failure = e;
        throw e;
      }
    }
  }

  private void startServer() throws Exception {
    Jdk jdk =
        Jdk.find(kind.java())
            .orElseThrow(
                () -> new TestAbortedException("No JDK %d is here".formatted(kind.java())));
    LocalSpeechService upstream =
        LocalSpeechService.start(
            LocalSpeechOptions.defaults().withKeys(KEY), new ListeningEngine());
    speech = upstream;
    server = new Server(kind, jdk, settings(upstream));
    useRightKey();
    deploy();
    server.start();
    awaitStatus(200);
  }

  private Map<String, String> settings(LocalSpeechService upstream) {
    return Map.of(
        "SPEECH_TOKEN_URI", upstream.tokenUri().toString(),
        "SPEECH_RECOGNITION_URI", upstream.recognitionUri().toString(),
        "SPEECH_KEY_FILE", keyFile.toString(),
        "SPEECH_UPLOAD_IDLE_TIMEOUT", "PT5S");
  }

  Server server() {
    if (server == null) {
      throw new IllegalStateException("The server was not started");
    }
    return server;
  }

  /** Somebody new who uses the example. */
  Browser browser() {
    return new Browser(server().uri(NAME));
  }

  void useRightKey() throws IOException {
    Files.writeString(keyFile, KEY);
  }

  void useWrongKey() throws IOException {
    Files.writeString(keyFile, "wrong-key");
  }

  void deploy() throws IOException {
    Path war = Path.of("target", kind.id() + ".war");
    server().deploy(NAME, Portal.with(kind.namespace()).write(war));
  }

  /** Takes the example out, and waits until the server has let go of it. */
  void undeploy() throws Exception {
    server().undeploy(NAME);
    if (server().outlivesApplications()) {
      await("it is undeployed", () -> browser().statusOf("speech/status") == 404);
    }
  }

  /** Waits until the example itself answers with this status. */
  void awaitStatus(int status) throws Exception {
    await(
        "the example's status is " + status,
        () ->
            browser().statusOf("speech/status") == status
                && browser().get("speech/status").body().startsWith("{"));
  }

  void awaitInFlight(int count) throws Exception {
    Browser browser = browser();
    await("%d are in flight".formatted(count), () -> browser.inFlight() == count);
  }

  /** Waits until no thread of the undeployed example is left in the server's process. */
  void awaitThreadsEnd() throws Exception {
    await("our threads have ended", () -> threads().isEmpty());
  }

  /** Waits until no object of the undeployed example's classes can be reached. */
  void awaitObjectsGone() throws Exception {
    await("our objects are gone", () -> objects().isEmpty());
  }

  private void await(String what, ServerProcess.Condition condition) throws Exception {
    server().process().await(what, condition);
  }

  private List<String> threads() throws Exception {
    return server()
        .jcmd("Thread.print")
        .lines()
        .filter(line -> line.contains("\"speech-"))
        .toList();
  }

  /** Some servers' threads keep their last request in mind until they get another one. */
  private List<String> objects() throws Exception {
    browser().visitInCrowds();
    return server()
        .jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.contains("org.speechservlet."))
        .toList();
  }

  /** What the server says in its log of things that an application has left. */
  List<String> leakWarnings() throws IOException {
    return server()
        .log()
        .lines()
        .filter(
            line ->
                line.contains("failed to stop it")
                    || line.contains("failed to remove it")
                    || line.contains("memory leak"))
        .toList();
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
