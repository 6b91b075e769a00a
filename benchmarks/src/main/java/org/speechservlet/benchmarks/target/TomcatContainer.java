package org.speechservlet.benchmarks.target;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat as it comes, but for the limits that thousands at once would meet. */
final class TomcatContainer {
  private static final int MAX_CONNECTIONS = 20_000;
  private static final String TIMEOUT_MS = "120000";

  private final Tomcat tomcat = new Tomcat();
  private final Context application;

  /** Up to so many threads serve requests. */
  TomcatContainer(int threads) throws Exception {
    Path folder = Files.createTempDirectory("tomcat");
    tomcat.setBaseDir(folder.toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.getEngine().setDefaultHost("127.0.0.1");
    tomcat.setPort(0);
    Connector connector = tomcat.getConnector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(threads));
    connector.setProperty("maxConnections", Integer.toString(MAX_CONNECTIONS));
    connector.setProperty("acceptCount", Integer.toString(JettyContainer.BACKLOG));
    connector.setProperty("connectionTimeout", TIMEOUT_MS);
    application = tomcat.addContext("", folder.toString());
  }

  /** Where servlets and filters are added. */
  Context application() {
    return application;
  }

  /** Starts it, and tells its port. */
  int start() throws Exception {
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }
}
