package org.speechservlet.token;

/** Says that an exchange brought no complete answer. */
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String detail;

  /** Where an exchange broke off. */
  enum Fault {
    HOST_NOT_FOUND,
    CONNECTION_REFUSED,
    HOST_UNREACHABLE,
    CONNECT_TIMEOUT,
    ANSWER_TIMEOUT,
    TLS_FAILED,
    CONNECTION_LOST,
    PROXY_REFUSED,
    NOT_HTTP,
    TOO_LARGE
  }

  /**
   * Describes the fault.
   *
   * @param detail what the network stack says; empty if it adds nothing
   */
  NoAnswerException(Fault fault, String detail) {
    super(fault + ": " + detail, null, false, false);
    this.fault = fault;
    this.detail = detail;
  }

  Fault fault() {
    return fault;
  }

  String detail() {
    return detail;
  }
}
