package org.speechservlet.servers.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Ports of loopback for servers that want a number before they bind. They lie below those that a
 * system gives to clients. With each goes the next one, which is bound as long as this is open: it
 * keeps other runs of the tests from taking the port before the server has bound it.
 */
public final class Ports implements AutoCloseable {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;

  private final RandomGenerator random;
  private final List<ServerSocket> guards = new ArrayList<>();

  public Ports(RandomGenerator random) {
    this.random = random;
  }

  /** A free port that nobody else is given who takes his ports from here. */
  public int take() {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = random.nextInt(LOWEST / 2, HIGHEST / 2) * 2;
      if (guard(port + 1)) {
        if (isFree(port)) {
          return port;
        }
        close(guards.remove(guards.size() - 1));
      }
    }
    throw new IllegalStateException(
        "No port from %d to %d was free in %d tries".formatted(LOWEST, HIGHEST, TRIES));
  }

  private boolean guard(int port) {
    try {
      guards.add(bind(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    guards.forEach(Ports::close);
    guards.clear();
  }
}
