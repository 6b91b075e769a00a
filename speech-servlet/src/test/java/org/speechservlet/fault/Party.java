package org.speechservlet.fault;

/** Whose fault it is. */
enum Party {
  UPSTREAM("the Speech API"),
  FIRST_TOKEN("the token service, asked for the first token"),
  RENEWAL("the token service, asked again after the Speech API refused a token"),
  BROWSER("the browser, which sends one request"),
  UPLOAD("the browser, which sends a live upload");

  final String words;

  Party(String words) {
    this.words = words;
  }
}
