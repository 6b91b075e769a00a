package org.speechservlet.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A Speech API that understands every audio as the same words and tells what it got.
 *
 * <p>{@code POST /token} issues tokens; everything else recognizes.
 */
final class StandInSpeechApi implements AutoCloseable {
  static final String WORDS = "The patient is resting comfortably.";
  static final String SUCCESS =
      "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\""
          + WORDS
          + "\",\"Offset\":300000,\"Duration\":21000000}";

  /** One recognition request; its body grows while it comes. */
  static final class Received {
    final String query;
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final CountDownLatch firstBytes = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    volatile boolean complete;

    private Received(Request request) {
      query = String.valueOf(request.getHttpURI().getQuery());
      request.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
    }

    /** Waits until that many bytes of the body are there. */
    synchronized boolean awaitBytes(int bytes, long time, TimeUnit unit)
        throws InterruptedException {
      long deadline = System.nanoTime() + unit.toNanos(time);
      while (body.size() < bytes) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      }
      return true;
    }

    synchronized byte[] body() {
      return body.toByteArray();
    }

    private synchronized void add(byte[] bytes, int count) {
      body.write(bytes, 0, count);
      notifyAll();
    }
  }

  /** How to answer a request; by default after its whole body. */
  interface Script {
    void answer(Received received, Request request, Response response, Callback callback)
        throws Exception;
  }

  private final Server server = new Server(new QueuedThreadPool(600));
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile Script script = this::readWaitThenSucceed;
  private volatile Wait beforeSuccess = () -> {};
  private volatile int tokenStatus = 200;
  private volatile String onlyKey = "";

  StandInSpeechApi() throws Exception {
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(120_000);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            if (request.getHttpURI().getPath().equals("/token")) {
              issueToken(request, response, callback);
            } else {
              recognize(request, response, callback);
            }
            return true;
          }
        });
    server.start();
  }

  URI tokenUri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/token");
  }

  URI recognitionUri() {
    return URI.create(
        "http://127.0.0.1:"
            + connector.getLocalPort()
            + "/speech/recognition/conversation/cognitiveservices/v1");
  }

  /** A deployment that uses this service, with a token. */
  Deployment deployment() {
    return pointHere(new Deployment());
  }

  Deployment pointHere(Deployment deployment) {
    return deployment
        .with("speech.token-uri", tokenUri().toString())
        .with("speech.recognition-uri", recognitionUri().toString())
        .with("speech.key", "a-key-of-the-tests");
  }

  void answerWith(Script next) {
    script = next;
  }

  void answerTokenRequestsWith(int status) {
    tokenStatus = status;
  }

  /** Refuses every other key. */
  void issueTokensFor(String key) {
    onlyKey = key;
  }

  int tokensIssued() {
    return tokens.get();
  }

  /** The next recognition request, as soon as its head is there. */
  Received next() throws InterruptedException {
    Received next = received.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no request came");
    }
    return next;
  }

  boolean sawNothing() {
    return received.isEmpty();
  }

  private void issueToken(Request request, Response response, Callback callback) {
    String key = request.getHeaders().get("Ocp-Apim-Subscription-Key");
    int status = onlyKey.isEmpty() || onlyKey.equals(key) ? tokenStatus : 401;
    response.setStatus(status);
    String body = status == 200 ? "token-" + tokens.incrementAndGet() : "";
    Content.Sink.write(response, true, body, callback);
  }

  private void recognize(Request request, Response response, Callback callback) throws Exception {
    Received next = new Received(request);
    received.add(next);
    script.answer(next, request, response, callback);
  }

  /** Something that takes its time. */
  interface Wait {
    void await() throws InterruptedException;
  }

  /** Lets recognitions that are under way, too, wait before they succeed. */
  void beforeSuccess(Wait wait) {
    beforeSuccess = wait;
  }

  private void readWaitThenSucceed(
      Received received, Request request, Response response, Callback callback) throws Exception {
    try {
      readAll(received, request);
      beforeSuccess.await();
      succeed(response, callback);
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  static void readThenSucceed(
      Received received, Request request, Response response, Callback callback) {
    try {
      readAll(received, request);
      succeed(response, callback);
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  static void readAll(Received received, Request request) throws IOException {
    byte[] buffer = new byte[4096];
    try (InputStream input = Content.Source.asInputStream(request)) {
      int count = input.read(buffer);
      while (count >= 0) {
        received.add(buffer, count);
        received.firstBytes.countDown();
        count = input.read(buffer);
      }
      received.complete = true;
    } finally {
      received.ended.countDown();
    }
  }

  /** Reads to the end and keeps nothing. */
  static void discardAll(Request request, Runnable onFirstBytes) throws IOException {
    byte[] buffer = new byte[4096];
    try (InputStream input = Content.Source.asInputStream(request)) {
      boolean first = true;
      while (input.read(buffer) >= 0) {
        if (first) {
          first = false;
          onFirstBytes.run();
        }
      }
    }
  }

  static void succeed(Response response, Callback callback) {
    answer(200, SUCCESS, response, callback);
  }

  static void answer(int status, String json, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the stand-in did not stop", e);
    }
  }
}
