package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Header fields whose value is an Item: an Integer or a Boolean (RFC 9651, sections 3.3 and 4.2.3).
 * Whatever is not exactly that counts as not there, as the draft on resumable uploads wants it.
 * Parameters are checked and ignored.
 */
final class StructuredField {
  private static final String BARE_ITEM =
      "(?:-?[0-9]{1,12}\\.[0-9]{1,3}" // Decimal
          + "|@?-?[0-9]{1,15}" // Integer, Date
          + "|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+\"" // String
          + "|[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*+" // Token
          + "|:[A-Za-z0-9+/=]*+:" // Byte Sequence
          + "|\\?[01]"
          + "|%\"(?:[ !#$&-~]|%[0-9a-f]{2})*+\")"; // Display String
  private static final String PARAMETERS = "(?:; *[a-z*][a-z0-9_.*-]*+(?:=" + BARE_ITEM + ")?)*+";
  private static final Pattern INTEGER = Pattern.compile(" *(-?[0-9]{1,15})" + PARAMETERS + " *");
  private static final Pattern BOOLEAN = Pattern.compile(" *\\?([01])" + PARAMETERS + " *");

  private StructuredField() {}

  /** The Integer, if it is there and not negative. */
  static OptionalLong nonNegativeInteger(HttpServletRequest request, String name) {
    Matcher item = match(INTEGER, request, name);
    if (item == null) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(item.group(1));
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The Boolean, or null if there is none. */
  static @Nullable Boolean bool(HttpServletRequest request, String name) {
    Matcher item = match(BOOLEAN, request, name);
    return item == null ? null : (Boolean) item.group(1).equals("1");
  }

  private static @Nullable Matcher match(Pattern item, HttpServletRequest request, String name) {
    Enumeration<String> lines = request.getHeaders(name);
    if (lines == null || !lines.hasMoreElements()) {
      return null;
    }
    Matcher matcher = item.matcher(lines.nextElement());
    return lines.hasMoreElements() || !matcher.matches() ? null : matcher;
  }
}
