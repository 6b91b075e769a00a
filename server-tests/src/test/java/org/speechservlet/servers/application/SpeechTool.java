package org.speechservlet.servers.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.speechservlet.servers.container.Namespace;
import org.speechservlet.servers.process.Command;
import org.speechservlet.servers.process.Jdk;
import org.speechservlet.servers.war.Portal;

/** The drop-in as its command line is used: {@code java -jar speech-servlet-…-dropin.jar}. */
public final class SpeechTool {

  private final Jdk jdk;
  private final Path jar;

  private SpeechTool(Jdk jdk, Path jar) {
    this.jdk = jdk;
    this.jar = jar;
  }

  /** The one for this namespace, as the build has just made it. */
  public static SpeechTool of(Namespace namespace, Jdk jdk) throws IOException {
    return new SpeechTool(jdk, Portal.dropIn(namespace).toAbsolutePath().normalize());
  }

  /**
   * Adds speech and buttons to an application.
   *
   * @return what the tool said
   */
  public String add(Application application, Path out) throws IOException, InterruptedException {
    return run(
        List.of(
            "add",
            application.war().toString(),
            "--out",
            out.toString(),
            "--force",
            "--mapping",
            application.mapping(),
            "--button",
            application.fields()));
  }

  /**
   * Takes speech out of a WAR again.
   *
   * @return what the tool said
   */
  public String remove(Path war, Path out) throws IOException, InterruptedException {
    return run(List.of("remove", war.toString(), "--out", out.toString(), "--force"));
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.program("java"), "-jar", jar.toString()));
    command.addAll(arguments);
    return Command.run(command, Path.of("target").toAbsolutePath(), Map.of());
  }
}
