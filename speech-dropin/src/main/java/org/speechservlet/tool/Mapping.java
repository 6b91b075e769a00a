package org.speechservlet.tool;

import java.util.regex.Pattern;

/**
 * A path mapping, such as {@code /speech/*} (Servlet 6.0, section 12.2).
 *
 * @param path what stands before the last slash, such as {@code /speech}; within the web
 *     application
 */
record Mapping(String path) {
  static final String DEFAULT = "/speech/*";

  private static final String END = "/*";

  /** Segments of letters, digits and marks that mean nothing in a path or in a pattern. */
  private static final Pattern PATH = Pattern.compile("(/[\\p{L}\\p{N}._~!$&'()+,=:@-]+)+");

  /**
   * Reads a pattern.
   *
   * @throws UsageException if it is not a path mapping
   */
  static Mapping of(String pattern) throws UsageException {
    String path =
        pattern.endsWith(END) ? pattern.substring(0, pattern.length() - END.length()) : "";
    if (!PATH.matcher(path).matches() || hasDots(path)) {
      throw new UsageException(
          "--mapping is "
              + pattern
              + "; give a path mapping such as "
              + DEFAULT
              + ": a slash, a name, and "
              + END
              + " at the end"
              + (pattern.equals(END)
                  ? ", since " + END + " would take the whole application"
                  : ""));
    }
    return new Mapping(path);
  }

  private static boolean hasDots(String path) {
    return path.contains("/./")
        || path.contains("/../")
        || path.endsWith("/.")
        || path.endsWith("/..");
  }

  /** As it stands in {@code url-pattern}. */
  String pattern() {
    return path + END;
  }

  /** Whether another pattern takes a part of what this one takes. */
  boolean isAbove(String other) {
    return other.startsWith(path + "/") && !other.equals(pattern());
  }

  /** Whether another pattern takes all that this one takes. */
  boolean isBelow(String other) {
    return other.endsWith(END)
        && (path + "/").startsWith(other.substring(0, other.length() - END.length()) + "/");
  }
}
