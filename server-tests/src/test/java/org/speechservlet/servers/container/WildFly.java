package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WildFly, standalone, with a folder of the test's own for configuration and applications. */
final class WildFly implements Distribution {

  /** {@code max-post-size} of its listener. */
  private static final long MAX_POST_SIZE = 10L * 1024 * 1024;

  @Override
  public long maxBodyBytes() {
    return MAX_POST_SIZE;
  }

  @Override
  public Optional<String> keepsInMind() {
    return Optional.of("Its idle worker threads hold the last request, and so the application");
  }

  @Override
  public Launch prepare(Plot plot) throws IOException {
    int port = plot.ports().take();
    int management = plot.ports().take();
    Path base = plot.base();
    FileTree.copy(plot.home().resolve("standalone"), base);
    new Edit(base.resolve("configuration/standalone.xml"))
        .replace("scan-interval=\"5000\"", "scan-interval=\"1000\"")
        .save();
    Path bin = plot.home().resolve("bin");
    return new Launch(
        List.of(
            bin.resolve("standalone.sh").toString(),
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=" + plot.ports().take(),
            "-Djboss.management.http.port=" + management),
        List.of(
            bin.resolve("jboss-cli.sh").toString(),
            "--connect",
            "--controller=127.0.0.1:" + management,
            "--command=:shutdown"),
        Map.of("JAVA_HOME", plot.jdk().home().toString()),
        port,
        base.resolve("deployments"),
        base.resolve("console.log"));
  }
}
