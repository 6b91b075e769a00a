package org.speechservlet.token;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A real container with few threads, so that each one that is held is missed. */
final class TestServer {
  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;
  private final ContextHandlerCollection contexts = new ContextHandlerCollection();
  private final List<ServletContextHandler> applications = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  TestServer() throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
    threads.setReservedThreads(0);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(contexts);
    server.start();
  }

  /** Returns a web application that is not started yet. */
  static ServletContextHandler application(String contextPath) {
    ServletContextHandler application = new ServletContextHandler();
    application.setContextPath(contextPath);
    return application;
  }

  /** Returns one that gets its tokens from a service on loopback. */
  static ServletContextHandler application(String contextPath, RawService service) {
    ServletContextHandler application = application(contextPath);
    application.setInitParameter("speech.key", "sesame-1");
    application.setInitParameter("speech.token-uri", service.uri("").toString());
    application.setInitParameter("speech.recognition-uri", "http://localhost:9/");
    return application;
  }

  static FilterHolder addTokenFilter(ServletContextHandler application) {
    return addFilter(application, "speech-token", new SpeechTokenFilter(), "/*");
  }

  /** Adds a filter as a web.xml does on Tomcat: for requests from outside, and not for others. */
  static FilterHolder addFilter(
      ServletContextHandler application, String name, Filter filter, String pattern) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setName(name);
    holder.setAsyncSupported(true);
    application.addFilter(holder, pattern, EnumSet.of(DispatcherType.REQUEST));
    return holder;
  }

  static ServletHolder addServlet(
      ServletContextHandler application, String name, Servlet servlet, String pattern) {
    ServletHolder holder = new ServletHolder(name, servlet);
    holder.setAsyncSupported(true);
    application.addServlet(holder, pattern);
    return holder;
  }

  void deploy(ServletContextHandler application) throws Exception {
    contexts.addHandler(application);
    applications.add(application);
    application.start();
  }

  void undeploy(ServletContextHandler application) throws Exception {
    application.stop();
    contexts.removeHandler(application);
    applications.remove(application);
  }

  CompletableFuture<HttpResponse<String>> get(String path) {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> getNow(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  int port() {
    return connector.getLocalPort();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  void close() throws Exception {
    // Jetty leaves those to us that came after its start.
    for (ServletContextHandler application : applications) {
      application.stop();
    }
    server.stop();
  }
}
