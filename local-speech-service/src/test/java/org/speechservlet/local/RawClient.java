package org.speechservlet.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sees and sends every byte. Reads fail after {@link #PATIENCE}. */
final class RawClient implements AutoCloseable {

  /** How long a test waits for what must happen before it fails. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String END_OF_HEAD = "\r\n\r\n";

  private final Socket socket;

  RawClient(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    socket.setTcpNoDelay(true);
  }

  /** Sends a request head: the request line and header lines, without the line ends. */
  RawClient sendHead(String... lines) throws IOException {
    return send((String.join("\r\n", lines) + END_OF_HEAD).getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends bytes as they are. */
  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends one chunk of chunked transfer coding; an empty one is the last. */
  RawClient sendChunk(byte[] bytes) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(
        (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    chunk.writeBytes(bytes);
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return send(chunk.toByteArray());
  }

  /** Reads up to the end of the next response head, 100 (Continue) included. */
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf(END_OF_HEAD) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("The connection ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Reads until the server closes. */
  String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Reads this many bytes. */
  String read(int count) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(count), StandardCharsets.UTF_8);
  }

  /** Tells whether the server has sent something that was not read yet. */
  boolean hasAnswer() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
