package org.speechservlet.local;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.util.Callback;

/** Ends connections as a broken network or a broken server would. */
final class ConnectionCut {

  private static final byte[] NO_HTTP =
      "\u0001\u0002garbage, and no status line\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private ConnectionCut() {}

  /** Sends RST: closing a socket that lingers for 0 seconds drops what is under way (RFC 9293). */
  static void reset(Exchange exchange) {
    if (exchange.endPoint().getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        exchange.facts().note("SO_LINGER: " + e.getMessage());
      }
    }
    exchange.endPoint().close();
    exchange.cut("fault: reset");
  }

  /** Sends FIN, then reads on for a while: closing with unread bytes would send RST instead. */
  static void disconnect(Exchange exchange) {
    exchange.endPoint().shutdownOutput();
    BodyDrain.start(exchange, () -> exchange.cut("fault: disconnect"));
  }

  /** Sends bytes that are no HTTP, then FIN. */
  static void garbage(Exchange exchange) {
    Callback whenWritten =
        Callback.from(() -> disconnect(exchange), failure -> exchange.cut("fault: garbage"));
    exchange.endPoint().write(whenWritten, ByteBuffer.wrap(NO_HTTP));
  }
}
