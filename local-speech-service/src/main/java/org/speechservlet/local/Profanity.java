package org.speechservlet.local;

/** What to do with profane words: the values of the query parameter {@code profanity}. */
enum Profanity {
  /** Letters become asterisks. */
  MASKED,
  /** The words are left out. */
  REMOVED,
  /** The words stay. */
  RAW
}
