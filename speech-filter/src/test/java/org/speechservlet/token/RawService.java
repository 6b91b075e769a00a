package org.speechservlet.token;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on loopback that reads the head of each request and then does what a test says, which no
 * proper server would. Behaviours are taken one for each request; the last one stays.
 */
final class RawService implements Closeable {
  private final ServerSocket server;
  private final boolean isTls;
  private final List<String> requests = new ArrayList<>();
  private final Deque<Behaviour> behaviours = new ArrayDeque<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What is done with one request. */
  @FunctionalInterface
  interface Behaviour {
    void accept(Socket socket, RawService service) throws Exception;
  }

  private RawService(ServerSocket server, boolean isTls) {
    this.server = server;
    this.isTls = isTls;
    Thread thread = new Thread(this::acceptAll, "raw-service");
    thread.setDaemon(true);
    thread.start();
  }

  static RawService start(Behaviour... behaviours) throws IOException {
    return start(null, behaviours);
  }

  /** Starts a service; with TLS, if there is a context for it. */
  static RawService start(@Nullable SSLContext tls, Behaviour... behaviours) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    ServerSocket server =
        tls == null
            ? new ServerSocket(0, 50, loopback)
            : tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
    RawService service = new RawService(server, tls != null);
    service.then(behaviours);
    return service;
  }

  void then(Behaviour... next) {
    synchronized (behaviours) {
      behaviours.addAll(List.of(next));
    }
  }

  /** Sends bytes as they are, then closes. */
  static Behaviour send(String text) {
    return (socket, service) -> {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    };
  }

  /** Answers as a server does. */
  static Behaviour answer(int status, String body, String... headers) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return send(text.toString());
  }

  static Behaviour token(String token) {
    return answer(200, token, "Content-Type: application/jwt; charset=us-ascii");
  }

  /** Says nothing, and keeps the connection, until the service is closed. */
  static Behaviour stall() {
    return (socket, service) -> service.closed.await();
  }

  static Behaviour reset() {
    return (socket, service) -> socket.setSoLinger(true, 0);
  }

  /** Sends without end. */
  static Behaviour flood(String head) {
    return (socket, service) -> {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      byte[] piece = "x".repeat(8 * 1024).getBytes(StandardCharsets.ISO_8859_1);
      while (service.closed.getCount() > 0) {
        out.write(piece);
      }
    };
  }

  URI uri(String path) {
    return URI.create((isTls ? "https" : "http") + "://localhost:" + port() + path);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Returns the heads of all requests so far. */
  List<String> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        synchronized (sockets) {
          sockets.add(socket);
        }
        Thread thread = new Thread(() -> serve(socket), "raw-service-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // Closed, or a handshake that a test meant to fail.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = readHead(socket.getInputStream());
      if (!head.isEmpty()) {
        synchronized (requests) {
          requests.add(head);
        }
        nextBehaviour().accept(socket, this);
      }
    } catch (Exception e) {
      // The other side has gone, as tests mean it to.
    }
  }

  private Behaviour nextBehaviour() {
    synchronized (behaviours) {
      return behaviours.size() > 1 ? behaviours.remove() : behaviours.element();
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return head.toString();
      }
      head.append((char) c);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    synchronized (sockets) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
