package org.speechservlet.token;

import org.jspecify.annotations.Nullable;

/**
 * An answer of the token service. {@link #toString()} does not show the body, which may be a token.
 *
 * @param status the HTTP status
 * @param date the field {@code Date}; null if there is none
 * @param retryAfter the field {@code Retry-After}; null if there is none
 * @param location the field {@code Location}; null if there is none
 * @param body the text of the body
 */
record TokenAnswer(
    int status,
    @Nullable String date,
    @Nullable String retryAfter,
    @Nullable String location,
    String body) {

  /** Returns the same answer without a key that it may have quoted. */
  TokenAnswer without(String key) {
    return new TokenAnswer(status, date, retryAfter, location, body.replace(key, "(key)"));
  }

  @Override
  public String toString() {
    return "TokenAnswer[status=" + status + ", body=<" + body.length() + " characters>]";
  }
}
