package org.speechservlet.local.fault;

/** The point of one exchange at which a fault happens. */
public enum Moment {
  /**
   * The request's headers have come. Nothing was checked, no 100 (Continue) was sent, and nothing
   * of the body was read.
   */
  START,
  /** The request was admitted and some of its audio has been read; recognition only. */
  MIDDLE,
  /** The whole request has been read; nothing of the answer was sent. */
  BEFORE_ANSWER,
  /** The answer's header and the first half of its body have been sent. */
  IN_ANSWER
}
