package org.speechservlet.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Token service and recognition on the loopback address, each of which does what a test says. */
final class LocalPeer implements AutoCloseable {
  static final String TOKEN = "a-token-of-the-tests";
  static final String RIGHT_WORDS =
      "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"" + Sentence.TEXT + "\"}";

  /** What a service does with a request. */
  interface Manner {
    void serve(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch stalled = new CountDownLatch(1);
  volatile Manner token = answering(200, TOKEN);
  volatile Manner recognition = answering(200, RIGHT_WORDS);

  LocalPeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", exchange -> serve(token, exchange));
    server.createContext("/speech", exchange -> serve(recognition, exchange));
    server.setExecutor(threads);
    server.start();
  }

  private static void serve(Manner manner, HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      manner.serve(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Manner answering(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Refuses every other key. */
  static Manner tokenFor(String key) {
    return exchange ->
        answering(
                key.equals(exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"))
                    ? 200
                    : 401,
                TOKEN)
            .serve(exchange);
  }

  /** Answers with what it was sent in a header field. */
  static Manner sendingBack(String field) {
    return exchange ->
        answering(
                200,
                "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\""
                    + exchange.getRequestHeaders().getFirst(field)
                    + "\"}")
            .serve(exchange);
  }

  /** Says nothing. */
  Manner silence() {
    return exchange -> {
      stalled.countDown();
      closing.await();
    };
  }

  void awaitSilence() throws InterruptedException {
    stalled.await();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
