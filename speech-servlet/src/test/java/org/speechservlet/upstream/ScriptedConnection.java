package org.speechservlet.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection of a {@link ScriptedPeer}, from the peer's side. Nothing is sent or read unless
 * the test says so. Confined to one thread.
 */
public final class ScriptedConnection implements AutoCloseable {

  /**
   * The head of a request as it came over the wire.
   *
   * @param fields the header fields, each without its line end
   */
  public record Head(String requestLine, List<String> fields) {

    /** The only value of a field, without surrounding space. */
    public Optional<String> field(String name) {
      List<String> values =
          fields.stream()
              .filter(
                  line ->
                      line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
              .map(line -> line.substring(name.length() + 1).strip())
              .toList();
      if (values.size() > 1) {
        throw new AssertionError(name + " is there more than once: " + values);
      }
      return values.stream().findFirst();
    }

    /** The names of the fields in lower case, in order. */
    public List<String> names() {
      return fields.stream()
          .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
          .toList();
    }
  }

  private final Socket transport;
  private Socket socket;
  private InputStream input;
  private int leftInChunk;

  /** Takes a socket that was accepted. */
  public ScriptedConnection(Socket accepted) throws IOException {
    transport = accepted;
    socket = ScriptedPeer.patient(accepted);
    input = new BufferedInputStream(socket.getInputStream());
  }

  /** The port at the client's end: the same for requests on the same connection. */
  public int remotePort() {
    return transport.getPort();
  }

  /** Reads the request line and the fields, up to the empty line. */
  public Head readHead() throws IOException {
    String requestLine = readLine();
    List<String> fields = new ArrayList<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      fields.add(line);
    }
    return new Head(requestLine, List.copyOf(fields));
  }

  /** Reads the next chunk of a chunked body; nothing if it was the last one. */
  public byte[] readChunk() throws IOException {
    int size = leftInChunk > 0 ? leftInChunk : Integer.parseInt(readLine(), 16);
    leftInChunk = 0;
    byte[] chunk = exactly(size);
    String end = readLine();
    if (!end.isEmpty()) {
      throw new IOException("a chunk is followed by: " + end);
    }
    return chunk;
  }

  /** Reads so many bytes of a chunked body, whatever its chunks. */
  public byte[] readBody(int count) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() < count) {
      if (leftInChunk == 0) {
        leftInChunk = Integer.parseInt(readLine(), 16);
        if (leftInChunk == 0) {
          throw new EOFException("the body ended after " + body.size() + " bytes");
        }
      }
      byte[] piece = exactly(Math.min(leftInChunk, count - body.size()));
      body.writeBytes(piece);
      leftInChunk -= piece.length;
      if (leftInChunk == 0) {
        readLine();
      }
    }
    return body.toByteArray();
  }

  /** Reads a chunked body to its end. */
  public byte[] readBodyToEnd() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] chunk = readChunk(); chunk.length > 0; chunk = readChunk()) {
      body.writeBytes(chunk);
    }
    return body.toByteArray();
  }

  /** The same as text. */
  public String readText() throws IOException {
    return new String(readBodyToEnd(), UTF_8);
  }

  /**
   * Waits until the client has closed the connection, by an end or by a reset.
   *
   * @return what came before that
   */
  public String awaitEnd() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    byte[] buffer = new byte[8 * 1024];
    try {
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        rest.write(buffer, 0, count);
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (SocketException | SSLException e) {
      // A reset is an end, too.
    }
    return rest.toString(ISO_8859_1);
  }

  /** Says 100 (Continue). */
  public void agree() throws IOException {
    send("HTTP/1.1 100 Continue\r\n\r\n");
  }

  /** Answers with a status, a body of known length, and further fields. */
  public void answer(int status, String body, String... fields) throws IOException {
    StringBuilder answer = new StringBuilder("HTTP/1.1 ").append(status).append(" Status\r\n");
    answer.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
    for (String field : fields) {
      answer.append(field).append("\r\n");
    }
    send(answer.append("\r\n").append(body).toString());
  }

  /** Answers with a transcript. */
  public void answerText(String displayText) throws IOException {
    answer(
        200,
        "{\"RecognitionStatus\":\"Success\",\"DisplayText\":\"" + displayText + "\"}",
        "Content-Type: application/json; charset=utf-8");
  }

  /** Sends what may be anything. */
  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** Goes on in TLS, as the server. */
  public void startTls(SSLSocketFactory certificate) throws IOException {
    SSLSocket secure = (SSLSocket) certificate.createSocket(socket, null, socket.getPort(), true);
    secure.setUseClientMode(false);
    socket = secure;
    input = new BufferedInputStream(secure.getInputStream());
  }

  /** Closes with a reset instead of an orderly end. */
  public void reset() throws IOException {
    transport.setSoLinger(true, 0);
    transport.close();
  }

  /** Says that nothing more will be sent, and goes on reading. */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) {
        throw new EOFException("the client closed the connection after \"" + line + "\"");
      }
      line.append((char) next);
    }
    if (line.length() == 0 || line.charAt(line.length() - 1) != '\r') {
      throw new IOException("a line does not end with CRLF: " + line);
    }
    line.setLength(line.length() - 1);
    return line.toString();
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = input.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException(
          "the client closed the connection " + (count - bytes.length) + " early");
    }
    return bytes;
  }
}
