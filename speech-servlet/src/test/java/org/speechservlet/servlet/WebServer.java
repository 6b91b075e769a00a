package org.speechservlet.servlet;

import java.net.URI;

/** A servlet container with the speech servlet deployed, on a free port of the loopback address. */
public interface WebServer extends AutoCloseable {

  /** Starts the container that the build asks for; Jetty if it does not. */
  static WebServer start(Deployment deployment) throws Exception {
    return switch (System.getProperty("container", "jetty")) {
      case "tomcat" -> new TomcatServer(deployment);
      case "jetty" -> new JettyServer(deployment);
      default -> throw new IllegalStateException("container must be jetty or tomcat");
    };
  }

  int port();

  /** Connections of browsers that are open now; not every server tells. */
  default int connections() {
    throw new UnsupportedOperationException("this server does not tell its connections");
  }

  /** Threads of the container that do something now; not every server tells. */
  default int busyThreads() {
    throw new UnsupportedOperationException("this server does not tell its threads");
  }

  /** The servlet's mapping, with a slash at its end. */
  URI base();

  /** Ends the application; the container goes on. */
  void undeploy() throws Exception;

  @Override
  void close();
}
