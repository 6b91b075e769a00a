package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Jetty, with {@code jetty.base} a folder of the test's own.
 *
 * @param modulePrefix what the names of the modules begin with that web applications need
 * @param sharedLibraries the folder whose JARs all of them see
 */
record JettyHome(String modulePrefix, String sharedLibraries) implements Distribution {

  /** Jetty 12, which has an environment for each version of Java and Jakarta EE. */
  static JettyHome withEnvironment(String environment) {
    return new JettyHome(environment + "-", "lib/%s/ext".formatted(environment));
  }

  /** Jetty 10, whose server and web applications have one class path for what they share. */
  static JettyHome withoutEnvironments() {
    return new JettyHome("", "lib/ext");
  }

  @Override
  public Launch prepare(Plot plot) throws IOException {
    int port = plot.ports().take();
    Path base = plot.base();
    for (String folder : List.of("start.d", "environments", "work")) {
      Files.createDirectories(base.resolve(folder));
    }
    Path deployments = Files.createDirectories(base.resolve("webapps"));
    configure(plot, port);
    List<String> start =
        List.of(
            plot.jdk().program("java"),
            "-Xmx256m",
            "-jar",
            plot.home().resolve("start.jar").toString(),
            "jetty.base=" + base,
            "STOP.PORT=" + plot.ports().take(),
            "STOP.KEY=end");
    return new Launch(
        start,
        Stream.concat(start.stream(), Stream.of("--stop")).toList(),
        Map.of(),
        port,
        deployments,
        base.resolve("console.log"));
  }

  /**
   * Two files, since what stands below the module of an environment is a property of that
   * environment alone. Jetty 10 takes {@code --modules}, as Jetty 12 spells the option, for one of
   * the JVM.
   */
  private void configure(Plot plot, int port) throws IOException {
    Path folder = plot.base().resolve("start.d");
    Files.writeString(
        folder.resolve("server.ini"),
        """
        --module=http
        jetty.http.host=127.0.0.1
        jetty.http.port=%d
        jetty.deploy.scanInterval=1
        """
            .formatted(port));
    Files.writeString(
        folder.resolve("deploy.ini"),
        """
        --module=%1$sdeploy,%1$sannotations%2$s
        jetty.deploy.scanInterval=1
        """
            .formatted(modulePrefix, shared(plot.home())));
  }

  /** The module of the shared folder; Jetty 12.0 has none for an environment. */
  private String shared(Path home) {
    String module = modulePrefix + "ext";
    return Files.exists(home.resolve("modules/%s.mod".formatted(module))) ? "," + module : "";
  }
}
