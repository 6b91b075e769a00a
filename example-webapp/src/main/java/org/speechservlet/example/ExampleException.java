package org.speechservlet.example;

import java.io.Serial;
import java.util.Objects;

/** Why the example does not run, in words for whoever started it. */
final class ExampleException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private final int exitCode;

  private ExampleException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  private ExampleException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The command line or a property is wrong. */
  static ExampleException wrongUsage(String message) {
    return new ExampleException(WRONG_USAGE, message);
  }

  /** Something that is needed is not there. */
  static ExampleException cannotStart(String message) {
    return new ExampleException(CANNOT_START, message);
  }

  /** The machine or the settings do not allow it; the message is that of the first cause. */
  static ExampleException cannotStart(String what, Throwable cause) {
    Throwable first = cause;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String reason = first.getMessage() == null ? first.toString() : first.getMessage();
    return new ExampleException(CANNOT_START, what + ": " + reason, cause);
  }

  /** There always is one. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** What the process returns: 1 when it could not start, 2 when it was called wrongly. */
  int exitCode() {
    return exitCode;
  }
}
