package org.speechservlet.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request or an answer (RFC 9112, section 2.1).
 *
 * @param startLine request line or status line
 * @param fields by lower-case name; of a repeated one the last
 */
public record MessageHead(String startLine, Map<String, String> fields) {

  /** {@code text} is what stands before the empty line. */
  static MessageHead parse(byte[] text, int length) throws BadMessageException {
    String[] lines = new String(text, 0, length, StandardCharsets.ISO_8859_1).split("\r\n", -1);
    Map<String, String> fields = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1) {
        throw new BadMessageException("no header field: " + lines[i]);
      }
      fields.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new MessageHead(lines[0], fields);
  }

  /** The value of a field, by its lower-case name; null if it is not there. */
  public @Nullable String field(String name) {
    return fields.get(name);
  }

  /** Of an answer: its status code. */
  public int status() throws BadMessageException {
    String[] parts = startLine.split(" ", 3);
    if (!parts[0].startsWith("HTTP/1.") || parts.length < 2) {
      throw new BadMessageException("no status line: " + startLine);
    }
    return Integer.parseInt(parts[1]);
  }

  /** Whether the sender waits for 100 (Continue) before it sends the body. */
  public boolean expectsContinue() {
    return "100-continue".equalsIgnoreCase(field("expect"));
  }

  /** How the body is framed (RFC 9112, section 6.3), for messages that say it. */
  public BodyReader body() throws BadMessageException {
    if ("chunked".equalsIgnoreCase(field("transfer-encoding"))) {
      return new ChunkedBody();
    }
    String length = field("content-length");
    try {
      return new SizedBody(length == null ? 0 : Long.parseLong(length));
    } catch (NumberFormatException e) {
      throw new BadMessageException("no length: " + length);
    }
  }
}
