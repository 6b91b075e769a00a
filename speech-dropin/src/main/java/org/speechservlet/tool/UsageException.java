package org.speechservlet.tool;

import java.util.List;

/** A command line that is wrong; the message names every problem, one a line. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  UsageException(String message) {
    super(message);
    this.message = message;
  }

  UsageException(List<String> problems) {
    this(String.join("\n", problems));
  }

  @Override
  public String getMessage() {
    return message;
  }
}
