package org.speechservlet.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Refuses to send a credential in clear text over a network. */
final class PlainHttpRule {
  /** 127.0.0.0/8 (RFC 1122, section 3.2.1.3), written as four decimal numbers. */
  private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private PlainHttpRule() {}

  static void check(Resolution values, Setting<URI> setting, URI uri, List<String> problems) {
    boolean isAllowed = values.getOr(KnownSettings.ALLOW_PLAIN_HTTP, false);
    if (isExposed(uri) && !isAllowed) {
      problems.add(
          values.show(setting)
              + " would send a credential in clear text to a host that is not loopback; use"
              + " https, or set speech.allow-plain-http to true where the network between is"
              + " trusted");
    }
  }

  /** Whether what is sent there can be read on the way. */
  static boolean isExposed(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme()) && !isLoopback(uri.getHost());
  }

  /** Decides by the name alone: what a name server says today may change tomorrow. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.equals("[0:0:0:0:0:0:0:1]")
        || IPV4_LOOPBACK.matcher(name).matches();
  }
}
