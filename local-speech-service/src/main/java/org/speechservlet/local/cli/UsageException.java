package org.speechservlet.local.cli;

/** A command line that is wrong; the message names every problem. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
