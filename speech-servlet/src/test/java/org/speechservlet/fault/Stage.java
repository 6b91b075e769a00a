package org.speechservlet.fault;

/** When a fault happens, in the course of a request. */
enum Stage {
  CONNECTION("at the connection"),
  HEAD("before the headers"),
  CONTINUE("before 100"),
  FIRST("in the first piece"),
  MIDDLE("in the middle"),
  LAST("at the last"),
  AWAITED("before the answer"),
  ANSWER("in the answer");

  final String words;

  Stage(String words) {
    this.words = words;
  }

  boolean isBefore(Stage other) {
    return compareTo(other) < 0;
  }
}
