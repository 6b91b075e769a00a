package org.speechservlet.example;

import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.jspecify.annotations.Nullable;

final class JettyContainer implements Container {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ContextHandlerCollection contexts = new ContextHandlerCollection();
  private @Nullable WebAppContext context;

  JettyContainer() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(contexts);
    server.start();
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public ClassLoader deploy() throws Exception {
    WebAppContext deployed = new WebAppContext(Built.WAR.toString(), "/portal");
    deployed.setThrowUnavailableOnStartupException(true);
    context = deployed;
    contexts.addHandler(deployed);
    deployed.start();
    return deployed.getClassLoader();
  }

  @Override
  public void undeploy() throws Exception {
    WebAppContext deployed = context;
    context = null;
    if (deployed != null) {
      deployed.stop();
      contexts.removeHandler(deployed);
      deployed.destroy();
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }
}
