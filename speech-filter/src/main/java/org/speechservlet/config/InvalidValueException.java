package org.speechservlet.config;

/** Says why a text is not a value of its format, in words that follow "must be ...:". */
final class InvalidValueException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidValueException(String reason) {
    super(reason, null, false, false);
  }
}
