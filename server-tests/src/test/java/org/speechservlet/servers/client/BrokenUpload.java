package org.speechservlet.servers.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An upload on a connection of its own that announces more than it sends. */
public final class BrokenUpload implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 120_000;

  private final Socket socket = new Socket();

  /** Announces all of the utterance, and sends half of it. */
  public BrokenUpload(Browser browser, Speech speech) throws IOException {
    URI target = browser.speech().resolve("recognize");
    socket.connect(new InetSocketAddress(target.getHost(), target.getPort()));
    socket.setSoTimeout(PATIENCE_MILLIS);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                target.getPath(),
                target.getAuthority(),
                speech.contentType(),
                speech.body().length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(Arrays.copyOfRange(speech.body(), 0, speech.body().length / 2));
  }

  /** Ends the connection as a lost network does. */
  public void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Sends no more, and waits for the first line of the final answer. */
  public String statusLine() throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String line = lines.readLine();
    while (line != null && (line.isEmpty() || line.startsWith("HTTP/1.1 100"))) {
      line = lines.readLine();
    }
    return line == null ? "no answer" : line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
