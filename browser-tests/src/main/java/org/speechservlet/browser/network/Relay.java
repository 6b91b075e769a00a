package org.speechservlet.browser.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A port of its own, whose connections lead on to another port of this machine. Thread-safe.
 *
 * <p>The network in between can be cut: then live connections are reset, and new ones as soon as
 * they are made.
 */
public final class Relay implements AutoCloseable {

  private final ServerSocket listener;
  private final URI target;
  private final Supplier<Connection.Lanes> lanes;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;

  private Relay(URI target, Supplier<Connection.Lanes> lanes) {
    this.target = target;
    this.lanes = lanes;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Connection.inBackground("relay to " + target.getPort(), this::acceptAll);
  }

  /** A network that does not show, until it is cut. */
  public static Relay fast(URI target) {
    return new Relay(target, () -> new Connection.Lanes(Lane.direct(), Lane.direct()));
  }

  /** A network in which all connections share what the link can carry. */
  public static Relay slow(URI target, LinkSpeed speed) {
    LinkSchedule up = new LinkSchedule(speed);
    LinkSchedule down = new LinkSchedule(speed);
    return new Relay(
        target,
        () -> {
          // SYN and SYN-ACK go to and fro before the first byte goes.
          long openNanos = System.nanoTime() + 2 * speed.delay().toNanos();
          return new Connection.Lanes(
              Lane.scheduled(up, openNanos), Lane.scheduled(down, openNanos));
        });
  }

  /** The target's address as it is seen from this side. */
  public URI uri() {
    return URI.create("http://127.0.0.1:%d/".formatted(listener.getLocalPort()));
  }

  /** Resets all connections, and from now on each new one. */
  public void cut() {
    isCut = true;
    connections.forEach(Connection::reset);
  }

  /** Lets connections through again. */
  public void heal() {
    isCut = false;
  }

  @Override
  public void close() {
    cut();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void acceptAll() throws IOException {
    while (!listener.isClosed()) {
      accept(listener.accept());
    }
  }

  private void accept(Socket near) throws IOException {
    if (isCut) {
      Connection.reset(near);
      return;
    }
    Socket far = new Socket(target.getHost(), target.getPort());
    Connection connection = new Connection(near, far, lanes.get());
    connections.add(connection);
    connection.start(() -> connections.remove(connection));
    if (isCut) {
      connection.reset();
    }
  }
}
