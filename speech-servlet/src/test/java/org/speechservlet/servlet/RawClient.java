package org.speechservlet.servlet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A browser that sends exactly what a test says, piece by piece, over a socket of its own. */
public final class RawClient implements AutoCloseable {

  /** An answer as it came over the wire. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final OutputStream output;
  private final InputStream input;

  public RawClient(WebServer server) throws IOException {
    this(server, 0);
  }

  /**
   * @param receiveBufferBytes about how much of an answer it takes without reading; 0 for a lot
   */
  public RawClient(WebServer server, int receiveBufferBytes) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    if (receiveBufferBytes > 0) {
      socket.setReceiveBufferSize(receiveBufferBytes);
    }
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    output = socket.getOutputStream();
    input = new BufferedInputStream(socket.getInputStream());
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    output.write(bytes);
    output.flush();
    return this;
  }

  /** Sends the head of a recognition request; each field without its line end. */
  public RawClient post(WebServer server, String... fields) throws IOException {
    return request("POST", server.base().resolve("recognize"), fields);
  }

  /** Sends the head of any request; each field without its line end. */
  public RawClient request(String method, URI target, String... fields) throws IOException {
    StringBuilder head = new StringBuilder(method).append(' ').append(target.getPath());
    head.append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(target.getPort()).append("\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return send(head.append("\r\n").toString());
  }

  public RawClient chunk(byte[] bytes, int offset, int count) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    chunk.write(bytes, offset, count);
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return send(chunk.toByteArray());
  }

  public RawClient lastChunk() throws IOException {
    return send("0\r\n\r\n");
  }

  /** Closes in an orderly way, whatever was announced. */
  public void sayGoodbye() throws IOException {
    socket.close();
  }

  /** Sends nothing more, and still listens. */
  public RawClient endSending() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Closes with a reset instead of an orderly end. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Whether an answer begins, or the connection ends, within the time. */
  public boolean isAnsweredWithin(Duration time) throws IOException {
    input.mark(1);
    socket.setSoTimeout((int) time.toMillis());
    try {
      input.read();
      input.reset();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** Reads one answer; 100 (Continue) counts as one. */
  public Answer readAnswer() throws IOException {
    String statusLine = readLine();
    if (statusLine.isEmpty()) {
      throw new IOException("the connection ended without an answer");
    }
    int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String[] field = line.split(":", 2);
      headers.put(field[0], field[1].strip());
    }
    boolean hasNoBody = status == 100 || status == 204;
    return new Answer(status, headers, hasNoBody ? "" : readBody(headers));
  }

  private String readBody(Map<String, String> headers) throws IOException {
    if (headers.containsKey("Content-Length")) {
      int length = Integer.parseInt(headers.get("Content-Length"));
      return new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }
    return new String(input.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Whether the server closes the connection after what was read so far. */
  public boolean isClosedByServer() throws IOException {
    return input.read() < 0;
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
