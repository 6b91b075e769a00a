package org.speechservlet.fault;

/** How often it goes wrong. */
enum Times {
  ONCE("once", 1),
  ALWAYS("each time", Integer.MAX_VALUE);

  final String words;
  final int count;

  Times(String words, int count) {
    this.words = words;
    this.count = count;
  }
}
