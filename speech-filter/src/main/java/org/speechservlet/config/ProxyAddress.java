package org.speechservlet.config;

import java.util.Objects;

/**
 * The HTTP proxy that leads to the Speech service ({@code speech.proxy}).
 *
 * @param host a host name or an IP address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record ProxyAddress(String host, int port) {

  /** Checks that there is a host and that the port is one. */
  public ProxyAddress {
    Objects.requireNonNull(host, "host");
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a host and a port: '" + host + "', " + port);
    }
  }
}
