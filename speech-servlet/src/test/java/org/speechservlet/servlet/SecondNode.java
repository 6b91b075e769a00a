package org.speechservlet.servlet;

import com.hazelcast.core.Hazelcast;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A node in a virtual machine of its own: a container with the servlet, until its standard input
 * ends. Tells where it is, or why it is not.
 */
final class SecondNode {
  private SecondNode() {}

  /**
   * Starts it.
   *
   * @param args settings, each as {@code name=value}
   */
  public static void main(String[] args) throws Exception {
    Deployment deployment = new Deployment();
    for (String setting : args) {
      int equals = setting.indexOf('=');
      deployment.with(setting.substring(0, equals), setting.substring(equals + 1));
    }
    try (WebServer server =
        WebServer.start(
            deployment.with(new Deployment.OwnFilter("login", LoginFilter::new, true)))) {
      System.out.println("at " + server.base());
      System.in.readAllBytes();
    } finally {
      Hazelcast.shutdownAll(); // It is the application's, and goes on without it.
    }
  }

  /** Such a node, as its test sees it. */
  record Running(Process process, URI base) implements AutoCloseable {

    static Running start(Map<String, String> properties, Map<String, String> settings)
        throws Exception {
      ProcessBuilder command = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
      properties.forEach((name, value) -> command.command().add("-D" + name + "=" + value));
      command
          .command()
          .addAll(
              List.of(
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SecondNode.class.getName()));
      settings.forEach((name, value) -> command.command().add(name + "=" + value));
      Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      for (String line; (line = process.inputReader().readLine()) != null; ) {
        if (line.startsWith("at ")) {
          return new Running(process, URI.create(line.substring(3)));
        }
      }
      throw new IllegalStateException("the node ended with " + process.waitFor());
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      process.onExit().join();
    }
  }
}
