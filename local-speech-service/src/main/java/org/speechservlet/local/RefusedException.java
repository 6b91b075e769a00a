package org.speechservlet.local;

import org.speechservlet.local.answer.Answer;

/** A request that is refused before its audio is read. Has no stack trace: it is an outcome. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  /**
   * @param reason what an operator reads in the log
   */
  RefusedException(String reason, Answer answer) {
    super(reason, null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
