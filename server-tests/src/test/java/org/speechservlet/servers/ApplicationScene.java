package org.speechservlet.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.speechservlet.local.LocalSpeechOptions;
import org.speechservlet.local.LocalSpeechService;
import org.speechservlet.servers.application.Answer;
import org.speechservlet.servers.application.Application;
import org.speechservlet.servers.application.Login;
import org.speechservlet.servers.application.OwnPage;
import org.speechservlet.servers.application.ServerFiles;
import org.speechservlet.servers.application.SpeechTool;
import org.speechservlet.servers.client.Browser;
import org.speechservlet.servers.client.ListeningEngine;
import org.speechservlet.servers.container.Server;
import org.speechservlet.servers.container.ServerKind;
import org.speechservlet.servers.process.Jdk;

/** One server and one application of others, which is deployed to it with speech and without. */
final class ApplicationScene implements AutoCloseable {

  private static final String KEY = "right-key";
  private static final Login LOGIN = new Login("tester", "tested", "jolokia");

  /** What Tomcat's start script opens by itself, and frameworks of the time before Java 9 need. */
  private static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private final ServerKind kind;
  private final Application application;
  private final Path folder;
  private @Nullable LocalSpeechService speech;
  private @Nullable Server server;
  private @Nullable Throwable failure;
  private @Nullable List<Answer> untouched;
  private boolean isDeployed;

  ApplicationScene(ServerKind kind, Application application) {
    this.kind = kind;
    this.application = application;
    this.folder = Path.of("target/applications", kind.id()).toAbsolutePath();
  }

  ServerKind kind() {
    return kind;
  }

  Application application() {
    return application;
  }

  SpeechTool tool() throws IOException {
    return SpeechTool.of(application.namespace(), jdk());
  }

  /** Where a WAR of this scene is written to. */
  Path file(String variant) throws IOException {
    return own("%s-%s.war".formatted(application.name(), variant));
  }

  /** Where a picture of its form is written to. */
  Path picture() throws IOException {
    return own(application.name() + ".png");
  }

  /** An empty or missing folder for what a browser keeps. */
  Path browserProfile() throws IOException {
    return own(application.name() + "-profile");
  }

  private Path own(String name) throws IOException {
    return Files.createDirectories(folder).resolve(name);
  }

  /** Where the application is, with a slash at the end. */
  URI uri() {
    return server().uri(application.name());
  }

  /** Starts the server with nothing deployed, once; what prevented that is thrown each time. */
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
    LocalSpeechService upstream =
        LocalSpeechService.start(
            LocalSpeechOptions.defaults().withKeys(KEY), new ListeningEngine());
    speech = upstream;
    Server starting = new Server(kind, jdk(), settings(upstream));
    server = starting;
    for (Map.Entry<String, String> file : ServerFiles.of(kind, LOGIN).entrySet()) {
      starting.put(file.getKey(), file.getValue());
    }
    starting.start();
  }

  private Jdk jdk() {
    return Jdk.find(kind.java()).orElseThrow();
  }

  private static Map<String, String> settings(LocalSpeechService upstream) {
    return Map.of(
        "SPEECH_TOKEN_URI",
        upstream.tokenUri().toString(),
        "SPEECH_RECOGNITION_URI",
        upstream.recognitionUri().toString(),
        "SPEECH_KEY",
        KEY,
        "JDK_JAVA_OPTIONS",
        "-Dhawtio.authenticationEnabled=false " + OPEN);
  }

  private Server server() {
    if (server == null) {
      throw new IllegalStateException("The server was not started");
    }
    return server;
  }

  /** Puts a WAR in the place of the one before, and waits for the application's front page. */
  void deploy(Path war) throws Exception {
    if (isDeployed) {
      undeploy();
    }
    isDeployed = true;
    server().deploy(application.name(), war);
    OwnPage front = application.pages().get(0);
    server()
        .process()
        .await(
            "%s is there".formatted(war.getFileName()),
            () -> visitor().statusOf(front.path()) == 200);
  }

  /** Takes the application out, and waits until it is gone. */
  private void undeploy() throws Exception {
    isDeployed = false;
    server().undeploy(application.name());
    server().process().await("it is undeployed", () -> visitor().statusOf("") == 404);
  }

  /** Somebody new who visits the application's pages, logged in where it asks for that. */
  Browser visitor() {
    return new Browser(uri(), LOGIN.client());
  }

  /** Somebody new who dictates in the application. */
  Browser speaker() {
    return new Browser(uri().resolve(application.speechFolder()), LOGIN.client());
  }

  /** Somebody new who has no login. */
  Browser stranger() {
    return new Browser(uri().resolve(application.speechFolder()));
  }

  /** What the application's own pages answer now. */
  List<Answer> ownPages() throws Exception {
    Browser visitor = visitor();
    List<Answer> answers = new ArrayList<>();
    for (OwnPage page : application.pages()) {
      answers.add(Answer.of(visitor.get(page.path()), page.text()));
    }
    return answers;
  }

  /** Notes what they answer as long as there is no speech in it. */
  List<Answer> noteUntouched() throws Exception {
    List<Answer> noted = ownPages();
    untouched = noted;
    return noted;
  }

  /** What they answered without speech. */
  List<Answer> untouched() {
    if (untouched == null) {
      throw new IllegalStateException("The application did not run without speech");
    }
    return untouched;
  }

  @Override
  public String toString() {
    return "%s on %s".formatted(application, kind);
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
