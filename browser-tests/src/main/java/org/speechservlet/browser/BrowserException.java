package org.speechservlet.browser;

import java.io.Serial;

/** A browser did not do what it was told to, or a page did not become what was waited for. */
public final class BrowserException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With the browser's words. */
  public BrowserException(String message) {
    super(message);
  }

  /** With what the driver threw. */
  public BrowserException(String message, Throwable cause) {
    super(message, cause);
  }
}
