package org.speechservlet.servlet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The field {@code Accept} (RFC 9110, section 12.5.1), as far as two kinds of answer need it. */
final class AcceptHeader {
  private AcceptHeader() {}

  /** Whether plain text is asked for by name, and not less than JSON. */
  static boolean prefersText(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    double text = quality(accept, "text/plain");
    return text > 0 && text >= quality(accept, "application/json");
  }

  private static double quality(String accept, String type) {
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      if (parts[0].strip().equals(type)) {
        return weight(parts);
      }
    }
    return 0;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        return parameter.matches("q=[01](\\.\\d{0,3})?")
            ? Double.parseDouble(parameter.substring(2))
            : 0;
      }
    }
    return 1;
  }
}
