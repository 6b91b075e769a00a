package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Payara Micro: one JAR, which deploys what lies in a folder when it starts. */
final class PayaraMicro implements Distribution {

  @Override
  public Path home(Path unpacked) {
    return unpacked.resolve("payara-micro.jar");
  }

  @Override
  public boolean isHotDeploying() {
    return false;
  }

  @Override
  public Launch prepare(Plot plot) throws IOException {
    int port = plot.ports().take();
    Path base = plot.base();
    Path deployments = Files.createDirectory(base.resolve("deployments"));
    // Else it listens on every address of the machine.
    Path bootCommands =
        Files.writeString(
            base.resolve("before-boot"),
            "set configs.config.server-config.network-config.network-listeners"
                + ".network-listener.http-listener.address=127.0.0.1\n");
    return new Launch(
        List.of(
            plot.jdk().program("java"),
            "-Xmx512m",
            "-jar",
            plot.home().toString(),
            "--nocluster",
            "--rootDir",
            base.resolve("root").toString(),
            "--prebootcommandfile",
            bootCommands.toString(),
            "--port",
            Integer.toString(port),
            "--deploymentDir",
            deployments.toString()),
        List.of(),
        Map.of(),
        port,
        deployments,
        base.resolve("console.log"));
  }
}
