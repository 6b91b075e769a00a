package org.speechservlet.browser.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that sends back whatever it gets, behind a relay. */
final class RelayTest {

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Connection.inBackground(
        "echo",
        () -> {
          while (true) {
            Socket client = server.accept();
            Connection.inBackground(
                "echo of one",
                () -> {
                  client.getInputStream().transferTo(client.getOutputStream());
                  client.close();
                });
          }
        });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void bytes_throughAFastRelay_arriveUnchanged() throws IOException {
    try (Relay relay = Relay.fast(target())) {
      assertArrayEquals(some(300_000), echo(relay, some(300_000)));
    }
  }

  @Test
  void bytes_throughASlowRelay_arriveUnchangedAndInOrder() throws IOException {
    LinkSpeed speed = new LinkSpeed(50_000_000, Duration.ofMillis(5));
    try (Relay relay = Relay.slow(target(), speed)) {
      assertArrayEquals(some(300_000), echo(relay, some(300_000)));
    }
  }

  @Test
  void connection_whenTheRelayIsCut_isReset() throws IOException {
    try (Relay relay = Relay.fast(target());
        Socket client = connect(relay)) {
      client.getOutputStream().write(7);
      assertEquals(7, client.getInputStream().read());

      relay.cut();

      assertThrows(IOException.class, () -> client.getInputStream().read());
    }
  }

  @Test
  void connection_afterTheRelayIsHealed_isLetThrough() throws IOException {
    try (Relay relay = Relay.fast(target())) {
      relay.cut();
      relay.heal();

      assertArrayEquals(some(10), echo(relay, some(10)));
    }
  }

  private URI target() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
  }

  private static Socket connect(Relay relay) throws IOException {
    return new Socket(relay.uri().getHost(), relay.uri().getPort());
  }

  private static byte[] echo(Relay relay, byte[] sent) throws IOException {
    try (Socket client = connect(relay)) {
      Connection.inBackground(
          "sender",
          () -> {
            client.getOutputStream().write(sent);
            client.shutdownOutput();
          });
      return client.getInputStream().readAllBytes();
    }
  }

  private static byte[] some(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }
}
