package org.speechservlet.check;

/** What is thought of something that was looked at; from good to bad. */
public enum Verdict {
  /** It is as it should be. */
  PASSED("passed"),
  /** Something else was wrong first, so that this was not looked at. */
  NOT_TRIED("not-tried"),
  /** It works and deserves a look. */
  WARNING("warning"),
  /** It does not work. */
  FAILED("failed");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** Its name for programs. */
  public String word() {
    return word;
  }
}
