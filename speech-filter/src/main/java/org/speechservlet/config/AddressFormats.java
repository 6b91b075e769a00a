package org.speechservlet.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of settings that are places on the network: URIs, origins, a proxy. */
final class AddressFormats {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):(\\d{1,5})");
  private static final int MAX_PORT = 65_535;

  private AddressFormats() {}

  static ValueFormat<URI> uri() {
    return new ValueFormat<>(
        "an absolute http or https URI without user name and fragment", AddressFormats::parseUri);
  }

  private static URI parseUri(String text) throws InvalidValueException {
    URI uri = parseAbsolute(text);
    if (uri.getRawUserInfo() != null) {
      throw new InvalidValueException("credentials do not belong into a URI");
    }
    if (uri.getRawFragment() != null) {
      throw new InvalidValueException("this has a fragment");
    }
    return uri;
  }

  private static URI parseAbsolute(String text) throws InvalidValueException {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidValueException(e.getReason() + " at character " + (e.getIndex() + 1));
    }
    String scheme = uri.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new InvalidValueException("this does not start with http:// or https://");
    }
    if (uri.getHost() == null || uri.getPort() > MAX_PORT) {
      throw new InvalidValueException("this has no valid host and port");
    }
    return uri;
  }

  static ValueFormat<Set<String>> origins() {
    return new ValueFormat<>(
        "origins with commas between them, each as a browser writes it, such as"
            + " https://portal.example.org",
        text -> {
          Set<String> origins = new LinkedHashSet<>();
          for (String origin : TextFormats.commaSeparated(text)) {
            origins.add(parseOrigin(origin));
          }
          return origins;
        });
  }

  private static String parseOrigin(String text) throws InvalidValueException {
    if (text.equals("*") || text.equals("null")) {
      throw new InvalidValueException(text + " would let any site in; name the sites");
    }
    String expected = originOf(parseUri(text));
    if (!expected.equals(text)) {
      throw new InvalidValueException("write \"" + SafeText.of(text) + "\" as " + expected);
    }
    return text;
  }

  /** Returns the ASCII serialization of an origin (RFC 6454, section 6.2). */
  private static String originOf(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean hasDefaultPort =
        uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return scheme + "://" + host + (hasDefaultPort ? "" : ":" + uri.getPort());
  }

  static ValueFormat<List<AddressRange>> ranges() {
    return new ValueFormat<>(
        "IP addresses or ranges of them with commas between them, such as 10.0.0.0/8, ::1",
        text -> {
          List<AddressRange> ranges = new ArrayList<>();
          for (String range : TextFormats.commaSeparated(text)) {
            ranges.add(AddressRange.parse(range));
          }
          return List.copyOf(ranges);
        });
  }

  static ValueFormat<ProxyAddress> proxy() {
    return new ValueFormat<>(
        "host:port, such as proxy.example.org:3128 or [::1]:3128",
        text -> {
          Matcher parts = HOST_AND_PORT.matcher(text);
          if (!parts.matches()) {
            throw new InvalidValueException(
                text.contains("://") ? "leave out the scheme" : "this is not in that form");
          }
          return proxy(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)));
        });
  }

  private static ProxyAddress proxy(@Nullable String ipv6, @Nullable String name, int port)
      throws InvalidValueException {
    String host = ipv6 != null ? ipv6 : name;
    if (host == null || port < 1 || port > MAX_PORT) {
      throw new InvalidValueException("a port is a number from 1 to " + MAX_PORT);
    }
    return new ProxyAddress(host, port);
  }
}
