package org.speechservlet.token;

/** Carries a failure from where it happened to whoever decides what becomes of it. */
final class TokenFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient TokenFailure failure;

  TokenFailureException(TokenFailure failure) {
    super(failure.event(), null, false, false);
    this.failure = failure;
  }

  TokenFailure failure() {
    return failure;
  }
}
