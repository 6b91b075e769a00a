package org.speechservlet.check;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** How values are written in findings. */
final class Words {
  private Words() {}

  /** A duration with the digits that say something. */
  static String seconds(Duration duration) {
    return duration.toMillis() < 1000
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /** The host of a URI, and the port if that is not the usual one. */
  static String host(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }
}
