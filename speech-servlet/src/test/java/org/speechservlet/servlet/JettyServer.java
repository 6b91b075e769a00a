package org.speechservlet.servlet;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.speechservlet.token.SpeechTokenFilter;

final class JettyServer implements WebServer {
  private final QueuedThreadPool threads = new QueuedThreadPool(16, 4);
  private final Server server = new Server(threads);
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final ServletContextHandler context;
  private final Deployment deployment;
  private final PageFiles files;

  JettyServer(Deployment deployment) throws Exception {
    this.deployment = deployment;
    this.files = PageFiles.of(deployment.files);
    this.context = new ServletContextHandler(deployment.contextPath);
    connector.setHost("127.0.0.1");
    if (deployment.idleTimeout != null) {
      connector.setIdleTimeout(deployment.idleTimeout.toMillis());
    }
    server.addConnector(connector);
    deployment.contextParams.forEach(context::setInitParameter);
    deployment.attributes.forEach(context::setAttribute);
    for (Deployment.OwnFilter own : deployment.ownFilters) {
      addFilter(own.name(), new FilterHolder(own.filter().get()), own.asyncSupported());
    }
    if (deployment.tokenFilter) {
      addFilter("speech-token", new FilterHolder(SpeechTokenFilter.class), true);
    }
    addPages();
    addServlet(new ServletHolder("speech", SpeechServlet.class), deployment.mapping);
    server.setHandler(context);
    server.start();
  }

  private void addPages() {
    context.setBaseResourceAsPath(files.folder());
    for (Deployment.PageFilter page : deployment.pageFilters) {
      FilterHolder filter = new FilterHolder(page.filter().get());
      filter.setName(page.name());
      filter.setAsyncSupported(true);
      filter.setInitParameters(page.initParams());
      context.addFilter(filter, "/*", EnumSet.copyOf(page.dispatchers()));
    }
    deployment.pages.forEach(
        (mapping, page) -> addServlet(new ServletHolder(mapping, page.servlet()), mapping));
    context.addServlet(new ServletHolder("default", DefaultServlet.class), "/");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    deployment.errorPages.forEach(errors::addErrorPage);
    context.setErrorHandler(errors);
  }

  private void addServlet(ServletHolder servlet, String mapping) {
    servlet.setAsyncSupported(true);
    context.addServlet(servlet, mapping);
  }

  private void addFilter(String name, FilterHolder filter, boolean asyncSupported) {
    filter.setName(name);
    filter.setAsyncSupported(asyncSupported);
    context.addFilter(filter, deployment.mapping, EnumSet.of(DispatcherType.REQUEST));
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public int connections() {
    return connector.getConnectedEndPoints().size();
  }

  @Override
  public int busyThreads() {
    return threads.getUtilizedThreads();
  }

  @Override
  public URI base() {
    return URI.create(
        "http://127.0.0.1:"
            + port()
            + deployment.contextPath
            + deployment.mapping.replace("*", ""));
  }

  @Override
  public void undeploy() throws Exception {
    context.stop();
  }

  @Override
  public void close() {
    try {
      server.stop();
      files.close();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }
}
