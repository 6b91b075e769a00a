package org.speechservlet.tool;

/**
 * What was asked for cannot be done. The message is for the user: what happened, the value, the
 * limit, what to do next.
 */
final class FailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String message;

  FailureException(String message) {
    this(ExitCode.FAILED, message);
  }

  FailureException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
