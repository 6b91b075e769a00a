package org.speechservlet.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A Speech API, or what is in its place, that does what a test says, byte by byte.
 *
 * <p>The test itself plays the peer: it takes a connection, reads from it and writes to it.
 * Whatever waits, waits on a queue or a stream, and fails after {@link #PATIENCE_SECONDS}. Closing
 * it closes its connections. Thread-safe.
 */
public final class ScriptedPeer implements AutoCloseable {
  /** Longer than anything takes on a busy machine. */
  public static final int PATIENCE_SECONDS = 30;

  private final ServerSocket listener;
  private final String scheme;
  private final BlockingQueue<ScriptedConnection> waiting = new LinkedBlockingQueue<>();
  private final List<ScriptedConnection> all = new ArrayList<>();

  /** Speaks plain HTTP on a port of its own on loopback. */
  public ScriptedPeer() throws IOException {
    this("http", listen(ServerSocketFactory.getDefault(), 0));
  }

  private ScriptedPeer(String scheme, ServerSocket listener) {
    this.scheme = scheme;
    this.listener = listener;
    Thread acceptor = new Thread(this::acceptAll, "scripted-peer");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** Speaks TLS, with the certificate of the context. */
  public static ScriptedPeer withTls(SSLContext certificate) throws IOException {
    return new ScriptedPeer("https", listen(certificate.getServerSocketFactory(), 0));
  }

  /** Takes hardly anything that it does not read. */
  public static ScriptedPeer withSmallBuffer(int receiveBufferBytes) throws IOException {
    return new ScriptedPeer("http", listen(ServerSocketFactory.getDefault(), receiveBufferBytes));
  }

  private static ServerSocket listen(ServerSocketFactory factory, int receiveBufferBytes)
      throws IOException {
    ServerSocket socket = factory.createServerSocket();
    if (receiveBufferBytes > 0) {
      socket.setReceiveBufferSize(receiveBufferBytes);
    }
    socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    return socket;
  }

  private void acceptAll() {
    try {
      while (!listener.isClosed()) {
        add(new ScriptedConnection(listener.accept()));
      }
    } catch (IOException e) {
      // The listener was closed: there is nobody to tell.
    }
  }

  private synchronized void add(ScriptedConnection connection) throws IOException {
    if (listener.isClosed()) {
      connection.close();
    } else {
      all.add(connection);
      waiting.add(connection);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Where it is reached: {@code 127.0.0.1} and its port. */
  public URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + port() + path);
  }

  /** The next connection that was made and not taken. */
  public ScriptedConnection accept() throws InterruptedException {
    ScriptedConnection next = waiting.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no connection for " + PATIENCE_SECONDS + " s");
    }
    return next;
  }

  /** How many connections were made so far. */
  public synchronized int connectionCount() {
    return all.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (ScriptedConnection connection : connections()) {
      connection.close();
    }
  }

  private synchronized List<ScriptedConnection> connections() {
    return List.copyOf(all);
  }

  /** A port of loopback where nobody listens. */
  public static int deadPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits for what a socket reads, but not for ever. */
  static Socket patient(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_SECONDS * 1_000);
    socket.setTcpNoDelay(true);
    return socket;
  }
}
