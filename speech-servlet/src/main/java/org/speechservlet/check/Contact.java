package org.speechservlet.check;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host that was reached.
 *
 * @param addresses what its name, or the proxy's, was resolved to
 * @param proxy the proxy that was reached in its place, as {@code host:port}; null without one
 * @param took until the connection stood, TLS included
 * @param tls what TLS tells; null without TLS, and behind a proxy
 */
record Contact(
    List<String> addresses, @Nullable String proxy, Duration took, @Nullable TlsFacts tls) {

  /**
   * What TLS tells of the other side.
   *
   * @param protocol such as {@code TLSv1.3}
   * @param issuer who signed the certificate; a proxy that inspects TLS shows itself here
   * @param validUntil the last day of the certificate, ISO 8601
   */
  record TlsFacts(String protocol, String issuer, String validUntil) {}

  Contact {
    addresses = List.copyOf(addresses);
  }

  /** Says so in a sentence. */
  String words(String host) {
    String where = String.join(", ", addresses) + ", " + Words.seconds(took);
    if (proxy != null) {
      return "The proxy " + proxy + " is reached (" + where + "); it is to lead to " + host + ".";
    }
    String reached = host + " is reached (" + where;
    return tls == null
        ? reached + ")."
        : reached
            + ", "
            + tls.protocol()
            + ", certificate by \""
            + tls.issuer()
            + "\" until "
            + tls.validUntil()
            + ").";
  }
}
