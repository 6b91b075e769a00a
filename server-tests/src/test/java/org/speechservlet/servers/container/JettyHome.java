package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Jetty, with {@code jetty.base} a folder of the test's own.
 *
 * @param environment the version of Jakarta or Java EE that it offers, such as {@code ee10}
 */
record JettyHome(String environment) implements Distribution {

  @Override
  public String sharedLibraries() {
    return "lib/%s/ext".formatted(environment);
  }

  @Override
  public Launch prepare(Plot plot) throws IOException {
    int port = plot.ports().take();
    Path base = plot.base();
    Files.createDirectories(base.resolve("start.d"));
    Path deployments = Files.createDirectories(base.resolve("webapps"));
    Files.createDirectories(base.resolve("environments"));
    Files.createDirectories(base.resolve("work"));
    Files.writeString(
        base.resolve("start.d/server.ini"),
        """
        --modules=http
        jetty.http.host=127.0.0.1
        jetty.http.port=%d
        jetty.deploy.scanInterval=1
        """
            .formatted(port));
    // What stands below the module of an environment is a property of that environment alone.
    Files.writeString(
        base.resolve("start.d/deploy.ini"),
        """
        --modules=%1$s-deploy,%1$s-annotations%2$s
        jetty.deploy.scanInterval=1
        """
            .formatted(environment, shared(plot.home())));
    String stopPort = "STOP.PORT=" + plot.ports().take();
    List<String> start =
        List.of(
            plot.jdk().program("java"),
            "-Xmx256m",
            "-jar",
            plot.home().resolve("start.jar").toString(),
            "jetty.base=" + base,
            stopPort,
            "STOP.KEY=end");
    return new Launch(
        start,
        List.of(
            plot.jdk().program("java"),
            "-jar",
            plot.home().resolve("start.jar").toString(),
            "jetty.base=" + base,
            stopPort,
            "STOP.KEY=end",
            "--stop"),
        Map.of(),
        port,
        deployments,
        base.resolve("console.log"));
  }

  /** The module of the shared folder; Jetty 12.0 has none for an environment. */
  private String shared(Path home) {
    return Files.exists(home.resolve("modules/%s-ext.mod".formatted(environment)))
        ? "," + environment + "-ext"
        : "";
  }
}
