package org.speechservlet.benchmarks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final String TWO_MESSAGES =
      "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "3\r\nabc\r\n10;x=y\r\n0123456789abcdef\r\n0\r\nT: v\r\n\r\n"
          + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
          + "HTTP/1.1 204 No Content\r\n\r\n";

  private final List<String> told = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
  void read_messagesCutAnywhere_findsHeadsAndBodies(int pieceBytes) throws Exception {
    read(TWO_MESSAGES, pieceBytes);

    assertEquals(
        List.of(
            "POST /a HTTP/1.1",
            "abc0123456789abcdef",
            "HTTP/1.1 200 OK",
            "ok",
            "HTTP/1.1 204 No Content",
            ""),
        told);
  }

  @Test
  void read_chunkWithoutSize_isRefused() {
    assertThrows(
        BadMessageException.class,
        () -> read("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz", 100));
  }

  @Test
  void read_headWithoutEnd_isRefusedAtItsLimit() {
    assertThrows(BadMessageException.class, () -> read("a".repeat(40_000), 1000));
  }

  private void read(String text, int pieceBytes) throws BadMessageException {
    MessageReader reader = new MessageReader(new Recorder());
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < bytes.length; at += pieceBytes) {
      reader.read(ByteBuffer.wrap(bytes, at, Math.min(pieceBytes, bytes.length - at)));
    }
  }

  private final class Recorder implements MessageReader.Recipient {
    @Override
    public void head(MessageHead head) {
      told.add(head.startLine());
      body.setLength(0);
    }

    @Override
    public void take(ByteBuffer bytes, int from, int to) {
      for (int i = from; i < to; i++) {
        body.append((char) bytes.get(i));
      }
    }

    @Override
    public void end() {
      told.add(body.toString());
    }
  }
}
