package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Open Liberty.
 *
 * @param feature what gives it the Servlet API, such as {@code servlet-6.0}
 */
record OpenLiberty(String feature) implements Distribution {

  private static final String NAME = "speech";

  @Override
  public Launch prepare(Plot plot) throws IOException {
    int port = plot.ports().take();
    Path server = Files.createDirectories(plot.base().resolve("servers").resolve(NAME));
    Path deployments = Files.createDirectory(server.resolve("dropins"));
    Files.writeString(
        server.resolve("server.xml"),
        """
        <server>
          <featureManager>
            <feature>%s</feature>
          </featureManager>
          <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
          <applicationMonitor pollingRate="1s"/>
        </server>
        """
            .formatted(feature, port));
    String script = plot.home().resolve("bin/server").toString();
    return new Launch(
        List.of(script, "run", NAME),
        List.of(script, "stop", NAME),
        Map.of(
            "JAVA_HOME", plot.jdk().home().toString(),
            "WLP_USER_DIR", plot.base().toString(),
            "WLP_OUTPUT_DIR", plot.base().resolve("servers").toString(),
            "JVM_ARGS", "-Xmx256m"),
        port,
        deployments,
        plot.base().resolve("console.log"));
  }
}
