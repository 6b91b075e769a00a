package org.speechservlet.benchmarks.generator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where uploads go.
 *
 * @param uri with the path and query of the recognition
 */
record Destination(URI uri) {

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
  }

  /** The head of a request there, with these fields beside {@code Host}. */
  byte[] head(String method, String target, String... fields) {
    StringBuilder head = new StringBuilder(method).append(' ').append(target);
    head.append(" HTTP/1.1\r\nHost: ").append(uri.getAuthority()).append("\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The head of the request that recognizes. */
  byte[] recognize(String... fields) {
    return head("POST", uri.getRawPath() + "?" + uri.getRawQuery(), fields);
  }
}
