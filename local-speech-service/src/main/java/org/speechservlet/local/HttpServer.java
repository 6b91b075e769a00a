package org.speechservlet.local;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty as this service uses it: HTTP/1.1 on one port, daemon threads, a quick end. Thread-safe.
 */
final class HttpServer implements Delayer {

  private static final String THREAD_NAME = "local-speech";
  private static final int MAX_THREADS = 64;
  private static final int MIN_THREADS = 4;
  private static final Duration THREAD_IDLE = Duration.ofSeconds(30);

  /** Half of this for threads to end by themselves, half after they were interrupted. */
  private static final Duration THREAD_STOP = Duration.ofSeconds(2);

  private static final int ACCEPTOR_COUNT = 1;
  private static final int SELECTOR_COUNT = 1;
  private static final int ACCEPT_QUEUE_CONNECTIONS = 1_024;

  private final ServerTimer timer = new ServerTimer(THREAD_NAME + "-timer");
  private final Server server;

  HttpServer(LocalSpeechOptions options) {
    this.server = new Server(threadPool(), timer.scheduler(), null);
    server.addConnector(connector(server, options));
    server.setErrorHandler(new ErrorAnswers());
    server.setRequestLog(new AccessLog());
  }

  private static QueuedThreadPool threadPool() {
    QueuedThreadPool pool =
        new QueuedThreadPool(MAX_THREADS, MIN_THREADS, Math.toIntExact(THREAD_IDLE.toMillis()));
    pool.setName(THREAD_NAME);
    pool.setDaemon(true);
    pool.setStopTimeout(THREAD_STOP.toMillis());
    return pool;
  }

  private static ServerConnector connector(Server server, LocalSpeechOptions options) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(
            server, ACCEPTOR_COUNT, SELECTOR_COUNT, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.idleTimeout().toMillis());
    connector.setAcceptQueueSize(ACCEPT_QUEUE_CONNECTIONS);
    return connector;
  }

  /**
   * Binds the address and serves.
   *
   * @throws IOException when the address cannot be bound; nothing is left running then
   */
  void start(Handler handler) throws IOException {
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      stop();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Cuts all connections, and ends all threads. Idempotent. */
  void stop() {
    try {
      server.stop();
      timer.stop(THREAD_STOP);
    } catch (Exception e) {
      throw new IllegalStateException("Jetty did not stop: " + e.getMessage(), e);
    }
  }

  /** The address that is bound, with its real port. */
  URI uri() {
    return server.getURI();
  }

  @Override
  public void runAfter(Duration delay, Runnable task) {
    server
        .getScheduler()
        .schedule(
            () -> server.getThreadPool().execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }
}
