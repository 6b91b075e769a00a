package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tomcat and what is built around it: {@code CATALINA_BASE} is a folder of the test's own.
 *
 * @param unpacksWars as the makers have it; else applications are served out of their WARs
 */
record Catalina(boolean unpacksWars) implements Distribution {

  Catalina() {
    this(true);
  }

  @Override
  public String sharedLibraries() {
    return "lib";
  }

  @Override
  public Launch prepare(Plot plot) throws IOException {
    int port = plot.ports().take();
    Path base = plot.base();
    FileTree.copy(plot.home().resolve("conf"), base.resolve("conf"));
    for (String folder : List.of("logs", "temp", "webapps", "work")) {
      Files.createDirectory(base.resolve(folder));
    }
    new Edit(base.resolve("conf/server.xml"))
        .replace("port=\"8005\"", "port=\"%d\"".formatted(plot.ports().take()))
        .replace(
            "<Connector port=\"8080\"",
            "<Connector address=\"127.0.0.1\" port=\"%d\"".formatted(port))
        .replace(
            "<Engine name=\"Catalina\" defaultHost=\"localhost\">",
            "<Engine name=\"Catalina\" defaultHost=\"localhost\" backgroundProcessorDelay=\"1\">")
        .replace("unpackWARs=\"true\"", "unpackWARs=\"%s\"".formatted(unpacksWars))
        .save();
    String script = plot.home().resolve("bin/catalina.sh").toString();
    return new Launch(
        List.of(script, "run"),
        List.of(script, "stop"),
        environment(plot),
        port,
        base.resolve("webapps"),
        base.resolve("logs/console.log"));
  }

  private static Map<String, String> environment(Plot plot) {
    return Map.of(
        "JAVA_HOME", plot.jdk().home().toString(),
        "CATALINA_HOME", plot.home().toString(),
        "CATALINA_BASE", plot.base().toString(),
        "CATALINA_OPTS", "-Xmx256m");
  }
}
