package org.speechservlet.benchmarks.http;

import java.io.IOException;

/** The other side does not speak HTTP as expected. */
public final class BadMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  BadMessageException(String problem) {
    super(problem);
  }
}
