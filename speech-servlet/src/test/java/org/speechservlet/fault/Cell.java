package org.speechservlet.fault;

/** One fault at one stage, and how it is to end. */
record Cell(Party party, Fault fault, Times times, Stage stage, Ending expected) {

  @Override
  public String toString() {
    return String.join(
        ", ", party.words, fault.words, times.words, stage.words + ": " + expected.answerHere());
  }
}
