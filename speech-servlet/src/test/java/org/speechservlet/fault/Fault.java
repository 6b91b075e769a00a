package org.speechservlet.fault;

/** What goes wrong. */
enum Fault {
  REFUSES("refuses the connection"),
  RESETS("resets the connection"),
  CLOSES("closes the connection"),
  CLOSES_IDLE("closes a kept connection"),
  STALLS("stalls"),
  HALF_ANSWER("answers half and closes"),
  EARLY_ANSWER("answers early with 200"),
  EARLY_401("answers early with 401"),
  EARLY_503("answers early with 503"),
  GARBAGE("sends garbage"),
  SLOW_TLS("is slow in the TLS handshake"),
  NO_TLS("never ends the TLS handshake"),
  UNKNOWN_CERTIFICATE("has an unknown certificate"),
  OTHER_CERTIFICATE("has the certificate of another host"),
  DRIPS("sends one byte a second"),
  SENDS_LESS("sends less than it announced"),
  SENDS_MORE("sends more than it announced");

  final String words;

  Fault(String words) {
    this.words = words;
  }

  boolean concernsTls() {
    return this == SLOW_TLS
        || this == NO_TLS
        || this == UNKNOWN_CERTIFICATE
        || this == OTHER_CERTIFICATE;
  }
}
