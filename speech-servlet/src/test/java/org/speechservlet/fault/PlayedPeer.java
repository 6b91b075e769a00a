package org.speechservlet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.speechservlet.upstream.ScriptedConnection;

/** A service on loopback that plays a part on each of its connections, with a thread for each. */
final class PlayedPeer implements AutoCloseable {

  /** What happens on one connection; the first one has the number 0. */
  interface Part {
    void play(ScriptedConnection connection, int number) throws Exception;
  }

  private final ServerSocket listener;
  private final String scheme;
  private final Part part;
  private final Set<ScriptedConnection> open = ConcurrentHashMap.newKeySet();

  PlayedPeer(String scheme, Part part) throws IOException {
    this.listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    this.scheme = scheme;
    this.part = part;
    start(this::acceptAll);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "played-peer");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri(String path) {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + path);
  }

  private void acceptAll() {
    try {
      for (int number = 0; !listener.isClosed(); number++) {
        ScriptedConnection connection = new ScriptedConnection(listener.accept());
        int its = number;
        open.add(connection);
        start(() -> play(connection, its));
      }
    } catch (IOException e) {
      // The listener was closed: there is nobody to tell.
    }
  }

  private void play(ScriptedConnection connection, int number) {
    try (connection) {
      part.play(connection, number);
    } catch (Exception e) {
      // The other side has ended the connection: whoever looks at that side sees why.
    } finally {
      open.remove(connection);
    }
  }

  /** How many connections have not ended. */
  int openConnections() {
    return open.size();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (ScriptedConnection connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
