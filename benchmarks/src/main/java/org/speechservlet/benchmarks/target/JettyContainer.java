package org.speechservlet.benchmarks.target;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as it comes, but for the limits that thousands at once would meet. */
final class JettyContainer {
  static final int BACKLOG = 4096;
  static final long IDLE_TIMEOUT_MS = 120_000;

  private JettyContainer() {}

  /** Starts it with that application, and tells its port. */
  static int start(ServletContextHandler application, int threads) throws Exception {
    Server server = new Server(new QueuedThreadPool(threads));
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE_TIMEOUT_MS);
    server.addConnector(connector);
    server.setHandler(application);
    server.start();
    return connector.getLocalPort();
  }
}
