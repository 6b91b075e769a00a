package org.speechservlet.servlet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, without touching its body: the container's own {@code getParameter} may
 * read that, and then it is gone.
 */
final class QueryString {
  private QueryString() {}

  /**
   * Reads {@code name=value} pairs, percent-encoded in UTF-8.
   *
   * @throws InvalidParameterException if a name comes twice or the encoding is broken
   */
  static Map<String, String> parse(@Nullable String query) throws InvalidParameterException {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!pair.isEmpty() && parameters.put(name, value) != null) {
        throw new InvalidParameterException(
            "The query parameter " + shown(name) + " is there more than once; give it once.");
      }
    }
    return parameters;
  }

  /** A value from outside, made fit for a message: short, and with nothing that acts. */
  static String shown(String value) {
    String printable = value.replaceAll("[^\\x20-\\x7e]", "?");
    return "'" + (printable.length() <= 40 ? printable : printable.substring(0, 40) + "...") + "'";
  }

  private static String decode(String encoded) throws InvalidParameterException {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidParameterException(
          "The query has a broken percent-encoding in " + shown(encoded) + ".", e);
    }
  }
}
