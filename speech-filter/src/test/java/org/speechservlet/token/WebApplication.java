package org.speechservlet.token;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A web application on Jetty, with few threads, that gets its tokens from a test's service. */
final class WebApplication implements AutoCloseable {
  static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  static final int THREADS = 6;

  private final Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final HttpClient client = HttpClient.newHttpClient();
  final ServletContextHandler context = new ServletContextHandler("/app");

  WebApplication(TokenPeer peer) {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    context.setInitParameter("speech.token-uri", peer.uri().toString());
    context.setInitParameter("speech.recognition-uri", "http://127.0.0.1:1/recognize");
    context.setInitParameter("speech.key", KEY);
    add(new Echo(), "/speech/*", true);
    add(new Free(), "/free", true);
  }

  WebApplication start() throws Exception {
    server.start();
    return this;
  }

  /** Adds a filter behind those that are there, on the speech servlets. */
  WebApplication add(Filter filter, boolean isAsync) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(isAsync);
    context.addFilter(holder, "/speech/*", EnumSet.of(DispatcherType.REQUEST));
    return this;
  }

  WebApplication add(Servlet servlet, String path, boolean isAsync) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(isAsync);
    context.addServlet(holder, path);
    return this;
  }

  CompletableFuture<HttpResponse<String>> get(String path) {
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/app" + path);
    return client.sendAsync(
        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  void undeploy() throws Exception {
    context.stop();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not stop", e);
    }
  }

  /** Answers with what the filter put on the request, without its secret. */
  static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Object found = request.getAttribute(Authorization.ATTRIBUTE);
      response.setContentType("text/plain");
      response.getWriter().write(String.valueOf(found));
    }
  }

  /** Answers without any token. */
  static final class Free extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("free");
    }
  }

  /** Says that it needs no filter to get a token. */
  static final class SelfAuthorizing extends HttpServlet implements AuthorizesItself {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("mine: " + request.getAttribute(Authorization.ATTRIBUTE));
    }
  }

  /** Counts the requests that have come back from what stands behind, and are suspended. */
  static final class SuspendedCount implements Filter {
    private final CountDownLatch suspended;

    SuspendedCount(CountDownLatch suspended) {
      this.suspended = suspended;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        suspended.countDown();
      }
    }
  }

  /** Marks a request that passes, and does nothing else. */
  static final class Plain implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      ((HttpServletResponse) response).addHeader("X-Passed", "plain");
      chain.doFilter(request, response);
    }
  }
}
