package org.speechservlet.example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the example is served.
 *
 * @param host the address to bind; loopback unless told otherwise, since nobody has to log in
 * @param port the port to bind; 0 takes any free one
 * @param war the web application
 * @param sample a recording for the command line that is printed at start
 */
record ExampleOptions(String host, int port, Path war, Path sample) {

  private static final String DEFAULT_HOST = "localhost";
  private static final String DEFAULT_PORT = "8080";
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the system properties {@code host} and {@code port}, and from the command line the paths
   * of the WAR and of the sample.
   *
   * @throws ExampleException when one of them cannot be used
   */
  static ExampleOptions of(Map<String, String> properties, String... arguments)
      throws ExampleException {
    if (arguments.length != 2) {
      throw ExampleException.wrongUsage(
          "%d arguments were given; two are needed, the WAR and a sample recording. In the project's folder, type: mvn -Prun"
              .formatted(arguments.length));
    }
    return new ExampleOptions(
        properties.getOrDefault("host", DEFAULT_HOST),
        port(properties.getOrDefault("port", DEFAULT_PORT)),
        file(arguments[0]),
        file(arguments[1]));
  }

  private static int port(String value) throws ExampleException {
    int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : -1;
    if (port < 0 || port > HIGHEST_PORT) {
      throw ExampleException.wrongUsage(
          "The port is '%s'. Give a number from 1 to %d, or 0 for any free port, as in: mvn -Prun -Dport=8081"
              .formatted(value, HIGHEST_PORT));
    }
    return port;
  }

  private static Path file(String path) throws ExampleException {
    Path file = Path.of(path).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw ExampleException.wrongUsage(
          "There is no file %s. Build it with: mvn package".formatted(file));
    }
    return file;
  }
}
