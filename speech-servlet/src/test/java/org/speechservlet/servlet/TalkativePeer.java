package org.speechservlet.servlet;

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

/**
 * A token service and a Speech API that say back whatever they were told, credentials too. Not made
 * with the container's own classes, so that what these log is the container's alone.
 */
final class TalkativePeer implements AutoCloseable {

  /** How to answer one request. */
  interface Manner {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Manner tokens;
  private volatile Manner recognitions;

  /** The token is given out, and recognitions are answered with these words, until said. */
  TalkativePeer(String token, String words) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tokens = saying(200, token);
    recognitions = transcript(words);
    server.setExecutor(threads);
    server.createContext("/token", exchange -> answer(exchange, tokens));
    server.createContext("/recognize", exchange -> answer(exchange, recognitions));
    server.start();
  }

  private static void answer(HttpExchange exchange, Manner manner) throws IOException {
    try (exchange) {
      manner.answer(exchange);
    }
  }

  Deployment deployment(String key) {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Deployment()
        .with("speech.token-uri", URI.create(base + "/token").toString())
        .with("speech.recognition-uri", URI.create(base + "/recognize").toString())
        .with("speech.key", key);
  }

  void tokensAre(Manner manner) {
    tokens = manner;
  }

  void recognitionsAre(Manner manner) {
    recognitions = manner;
  }

  static Manner transcript(String words) {
    return saying(
        200, "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"" + words + "\",\"Offset\":1}");
  }

  /** After the whole request. */
  static Manner saying(int status, String text) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      send(exchange, status, text);
    };
  }

  /**
   * At once, without looking at the body: all header fields, and a text. Its own header fields say
   * nothing back, which HttpClient would log at its finest.
   */
  static Manner echoing(int status, String text) {
    return exchange -> {
      StringBuilder echo = new StringBuilder(text);
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> echo.append('\n').append(name).append(": ").append(values));
      exchange.getResponseHeaders().add("Location", "http://elsewhere.test/");
      exchange.getResponseHeaders().add("Retry-After", "1");
      send(exchange, status, echo.toString());
    };
  }

  /** Ends the connection without an answer. */
  static Manner hangingUp() {
    return exchange -> exchange.getRequestBody().readNBytes(100);
  }

  /** Promises more than it says. */
  static Manner breakingOff(String text) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, 100_000);
      exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    };
  }

  /** Answers once it is let. */
  static Manner waiting(CountDownLatch signal, Manner then) {
    return exchange -> {
      try {
        signal.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      then.answer(exchange);
    };
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
