package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.speechservlet.benchmarks.load.LiveLoad;
import org.speechservlet.benchmarks.load.LiveLoad.Transfer;
import org.speechservlet.benchmarks.load.Load;
import org.speechservlet.benchmarks.target.TargetMain;

/** What can be put between browsers and upstream, in the order of the table. */
enum Contestant {
  SPEECH_JETTY("speech-jetty", Kind.SPEECH, "tomcat-embed-core"),
  SPEECH_TOMCAT("speech-tomcat", Kind.SPEECH, "jakarta.servlet-api"),
  ASYNC_PROXY("async-proxy", Kind.PEER, "tomcat-embed-core"),
  UNDERTOW("undertow", Kind.PEER, "tomcat-embed-core"),
  NGINX("nginx", Kind.NGINX, ""),
  BLOCKING("blocking", Kind.PEER, "jakarta.servlet-api"),
  MITRE("mitre", Kind.PEER, "jakarta.servlet-api"),
  DIRECT("direct", Kind.DIRECT, "");

  private enum Kind {
    SPEECH,
    PEER,
    NGINX,
    DIRECT
  }

  private static final String API =
      "/speech/recognition/conversation/cognitiveservices/v1?language=en-US&format=simple";

  private final String title;
  private final Kind kind;
  private final String unwantedJar;

  Contestant(String title, Kind kind, String unwantedJar) {
    this.title = title;
    this.kind = kind;
    this.unwantedJar = unwantedJar;
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException if there is none, with those that there are
   */
  static Contestant named(String name) {
    return Arrays.stream(values())
        .filter(value -> value.title.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no target " + name + "; there are " + all()));
  }

  private static String all() {
    return Arrays.stream(values()).map(value -> value.title).collect(Collectors.joining(", "));
  }

  /** Its name on the command line and in the table. */
  String title() {
    return title;
  }

  /** Whether it is our servlet, which attaches a token and waits for 100 (Continue). */
  boolean isSpeech() {
    return kind == Kind.SPEECH;
  }

  /** Whether it can be measured by this load on this machine. */
  boolean takes(Load load) {
    boolean isResumable = load instanceof LiveLoad live && live.transfer() == Transfer.RESUMABLE;
    return (!isResumable || isSpeech()) && (kind != Kind.NGINX || NginxTarget.isInstalled());
  }

  /** Starts it in front of the upstream at that port. */
  RunningTarget start(int upstreamPort, Logs logs) throws IOException {
    URI upstream = URI.create("http://127.0.0.1:" + upstreamPort);
    return switch (kind) {
      case DIRECT -> new RunningTarget.Direct(upstream.resolve(API));
      case SPEECH -> java("/speech/recognize?language=en-US", upstream, logs);
      case PEER -> java(API, upstream, logs);
      case NGINX -> NginxTarget.start(upstream, API, logs);
    };
  }

  private RunningTarget java(String path, URI upstream, Logs logs) throws IOException {
    ChildProcess process =
        ChildProcess.start(
            JavaCommand.target(
                jar -> !jar.startsWith(unwantedJar), TargetMain.class, title, upstream.toString()),
            logs.of(title));
    return new RunningTarget.Java(process, URI.create("http://127.0.0.1:" + process.port() + path));
  }
}
