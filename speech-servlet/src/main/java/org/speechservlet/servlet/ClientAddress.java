package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.AddressRange;

/**
 * The address that a request comes from. What {@code X-Forwarded-For} says is believed as far as
 * trusted proxies have written it: from its end to the first address that is none of theirs.
 */
final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private ClientAddress() {}

  /**
   * Finds the address.
   *
   * @return as the container or the last proxy that is believed tells it
   */
  static String of(HttpServletRequest request, List<AddressRange> trustedProxies) {
    String address = String.valueOf(request.getRemoteAddr());
    if (trustedProxies.isEmpty()) {
      return address;
    }
    for (String earlier : fromTheEnd(request)) {
      if (!isTrusted(address, trustedProxies)) {
        return address;
      }
      InetAddress told = AddressRange.address(withoutPort(earlier));
      if (told == null) {
        return address;
      }
      address = told.getHostAddress();
    }
    return address;
  }

  private static List<String> fromTheEnd(HttpServletRequest request) {
    List<String> addresses = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(FORWARDED_FOR))) {
      for (String address : line.split(",", -1)) {
        addresses.add(address.strip());
      }
    }
    Collections.reverse(addresses);
    return addresses;
  }

  private static boolean isTrusted(String address, List<AddressRange> trustedProxies) {
    InetAddress read = read(address);
    return read != null && trustedProxies.stream().anyMatch(range -> range.contains(read));
  }

  /** Some containers put IPv6 addresses into brackets. */
  private static @Nullable InetAddress read(String address) {
    return AddressRange.address(withoutPort(address));
  }

  /** Some proxies tell the port as well: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }

  /**
   * What tells one machine or household from others: an address of IPv4, or of IPv6 the 64 bits
   * that one network has (RFC 4291, section 2.5.4).
   */
  static String network(String address) {
    InetAddress read = read(address);
    if (read == null || read.getAddress().length == 4) {
      return address;
    }
    StringBuilder network = new StringBuilder();
    byte[] bytes = read.getAddress();
    for (int i = 0; i < 8; i++) {
      network.append(String.format("%02x", bytes[i]));
    }
    return network.toString();
  }
}
