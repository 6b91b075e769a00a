package org.speechservlet.config;

import java.util.List;

/**
 * Thrown when settings cannot be used. Its message names every problem at once, each with the
 * setting, its value (secrets masked), what is allowed, and the place where it was set.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  SettingsException(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns the problems, one sentence or two each. */
  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return "The speech settings cannot be used ("
        + count
        + "):\n  - "
        + String.join("\n  - ", problems);
  }
}
