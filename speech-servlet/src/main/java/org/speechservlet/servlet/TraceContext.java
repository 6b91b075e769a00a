package org.speechservlet.servlet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace to which a request belongs, if whoever sent it traces (W3C Trace Context, section 3.2).
 * For the log only: it is nobody's proof, and does not go upstream.
 */
final class TraceContext {
  static final String FIELD = "traceparent";

  /** Later versions may have more behind the flags; version ff is none. */
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?:00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}"
              + "|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?)");

  private static final String NO_TRACE = "0".repeat(32);

  private TraceContext() {}

  /** The trace's id, of 32 hexadecimal digits; null if there is none or the field is broken. */
  static @Nullable String traceId(@Nullable String traceparent) {
    if (traceparent == null) {
      return null;
    }
    Matcher matcher = TRACEPARENT.matcher(traceparent);
    if (!matcher.matches()) {
      return null;
    }
    String id = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    return id.equals(NO_TRACE) ? null : id;
  }
}
