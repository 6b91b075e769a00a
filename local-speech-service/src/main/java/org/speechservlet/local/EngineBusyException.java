package org.speechservlet.local;

/** All recognizers are in use. */
public final class EngineBusyException extends Exception {

  private static final long serialVersionUID = 1L;

  public EngineBusyException(String message) {
    super(message);
  }
}
