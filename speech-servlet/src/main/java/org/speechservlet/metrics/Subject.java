package org.speechservlet.metrics;

/**
 * Which servlet is monitored.
 *
 * @param host the container's name for the virtual host
 * @param context the web application's path; {@code /} for the root
 * @param servlet the servlet's name
 */
public record Subject(String host, String context, String servlet) {

  /** The same for one of several that cannot be told apart otherwise, from the second one on. */
  Subject numbered(int number) {
    return number == 1 ? this : new Subject(host, context + "#" + number, servlet);
  }
}
