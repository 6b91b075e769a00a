package org.speechservlet.benchmarks.target;

import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.ee10.proxy.AsyncProxyServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** Jetty's own proxy servlet, which reads and writes without blocking. */
final class JettyAsyncProxy implements Target {
  private static final int THREADS = 200;

  @Override
  public int start(URI upstream) throws Exception {
    ServletHolder servlet = new ServletHolder("proxy", AsyncProxyServlet.Transparent.class);
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1);
    String patienceMs = Long.toString(JettyContainer.IDLE_TIMEOUT_MS);
    servlet.setInitParameters(
        Map.of(
            "proxyTo",
            upstream.toString(),
            "maxConnections",
            "20000",
            "idleTimeout",
            patienceMs,
            "timeout",
            patienceMs));
    ServletContextHandler application = new ServletContextHandler("/");
    application.addServlet(servlet, "/*");
    return JettyContainer.start(application, THREADS);
  }
}
