package org.speechservlet.servers.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server as it is tested.
 *
 * @param id its name on the command line
 * @param product its name in the table
 * @param distribution the name of its folder below {@code target/servers}
 * @param namespace where it has the Servlet API
 * @param java the feature release that runs it
 * @param layout how it is set up
 */
public record ServerKind(
    String id,
    String product,
    String distribution,
    Namespace namespace,
    int java,
    Distribution layout) {

  /** The same one, set up otherwise in a folder of its own. */
  ServerKind withLayout(String purpose, Distribution other) {
    return new ServerKind(id + "-" + purpose, product, distribution, namespace, java, other);
  }

  /** As the build unpacked it. */
  public String version() {
    return System.getProperty(distribution + ".version", "of unknown version");
  }

  /** The largest body in bytes that it lets through as it is set up by its makers. */
  public long maxBodyBytes() {
    return layout.maxBodyBytes();
  }

  /** What of the server itself holds on to an undeployed application, where something does. */
  public Optional<String> keepsInMind() {
    return layout.keepsInMind();
  }

  Path home() throws IOException {
    return layout.home(Path.of("target/servers").toAbsolutePath().resolve(distribution));
  }

  @Override
  public String toString() {
    return id;
  }
}
