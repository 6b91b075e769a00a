package org.speechservlet.servlet;

import java.io.Serial;

/** A query parameter that cannot be accepted; the message is for whoever sent it. */
final class InvalidParameterException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  InvalidParameterException(String message) {
    super(message);
  }

  InvalidParameterException(String message, Throwable cause) {
    super(message, cause);
  }
}
