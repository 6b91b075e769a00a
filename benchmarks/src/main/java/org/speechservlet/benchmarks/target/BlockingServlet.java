package org.speechservlet.benchmarks.target;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The servlet that people write: it holds a thread from the first byte of an upload to the answer,
 * and passes on what it reads with what the JDK brings. It checks nothing and attaches no token.
 */
final class BlockingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER_BYTES = 8 * 1024;

  private final URI upstream;

  BlockingServlet(URI upstream) {
    this.upstream = upstream;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpURLConnection connection = open(request);
    try (InputStream audio = request.getInputStream();
        OutputStream upload = connection.getOutputStream()) {
      pass(audio, upload);
    }
    response.setStatus(connection.getResponseCode());
    response.setContentType(connection.getContentType());
    try (InputStream answer = connection.getInputStream()) {
      answer.transferTo(response.getOutputStream());
    }
  }

  private HttpURLConnection open(HttpServletRequest request) throws IOException {
    URI uri = upstream.resolve(request.getRequestURI() + "?" + request.getQueryString());
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setChunkedStreamingMode(BUFFER_BYTES);
    connection.setRequestProperty("Content-Type", request.getContentType());
    return connection;
  }

  /** Flushes what came, since the next piece of somebody who speaks may take a while. */
  private static void pass(InputStream audio, OutputStream upload) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = audio.read(buffer); count >= 0; count = audio.read(buffer)) {
      upload.write(buffer, 0, count);
      upload.flush();
    }
  }
}
