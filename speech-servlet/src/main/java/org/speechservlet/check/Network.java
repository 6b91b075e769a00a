package org.speechservlet.check;

import java.io.IOException;
import java.net.URI;

/** The way to a host. */
@FunctionalInterface
interface Network {

  /**
   * Resolves a host's name, or that of the proxy before it, connects, and ends the connection.
   * Blocks.
   *
   * @throws java.net.UnknownHostException if a name cannot be resolved
   * @throws java.net.NoRouteToHostException if no connection came about in time, or nothing leads
   *     there
   * @throws java.net.ConnectException if the connection was refused
   * @throws javax.net.ssl.SSLException if TLS failed
   * @throws IOException if something else went wrong
   */
  Contact reach(URI uri) throws IOException;
}
