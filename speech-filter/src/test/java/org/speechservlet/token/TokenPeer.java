package org.speechservlet.token;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A token service on a socket of the loopback address that does to each connection what a test
 * says. Thread-safe.
 */
final class TokenPeer implements Closeable {
  /** What is done once a request's header has been read. */
  @FunctionalInterface
  interface Manner {
    void serve(String head, Socket socket) throws Exception;
  }

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heads = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final CountDownLatch cut = new CountDownLatch(1);
  private volatile Manner manner;

  TokenPeer(Manner manner) throws IOException {
    this.manner = manner;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::acceptAll);
  }

  /** Answers each request alike. */
  static Manner answering(int status, String fields, String body) {
    return (head, socket) -> write(socket, response(status, fields, body));
  }

  /** Answers with a token. */
  static Manner giving(String token) {
    return answering(200, "", token);
  }

  /** Says nothing until the other side goes away. */
  Manner silence() {
    return (head, socket) -> {
      awaitEnd(socket);
      cut.countDown();
    };
  }

  static String response(int status, String fields, String body) {
    return "HTTP/1.1 "
        + status
        + " Reason\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static void awaitEnd(Socket socket) {
    try {
      while (socket.getInputStream().read() >= 0) {
        // Whatever else is sent does not count.
      }
    } catch (IOException e) {
      // A reset is an end as well.
    }
  }

  /** Waits until the other side has gone away from a silent peer. */
  boolean wasCut() throws InterruptedException {
    return cut.await(10, TimeUnit.SECONDS);
  }

  void behave(Manner next) {
    manner = next;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/sts/v1.0/issueToken");
  }

  synchronized List<String> heads() {
    return List.copyOf(heads);
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = listener.accept();
        keep(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // The listener was closed: the test is over.
    }
  }

  private synchronized void keep(Socket socket) {
    sockets.add(socket);
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = readHead(socket.getInputStream());
      synchronized (this) {
        heads.add(head);
      }
      manner.serve(head, socket);
    } catch (Exception e) {
      // A client that hangs up is part of what is tested.
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      listener.close();
      synchronized (this) {
        for (Socket socket : sockets) {
          socket.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
