package org.speechservlet.fault;

import java.util.regex.Pattern;

/**
 * How a recognition ends in spite of a fault, or by it.
 *
 * @param answer what the browser gets: a status and a problem's type, or that it gets none; of a
 *     live upload the answers to the request with the fault and to the last one
 * @param counted the outcome that the servlet counts, once; empty if the fault never reaches it
 * @param answerOfTomcat the same as {@code answer}, on Tomcat
 */
record Ending(String answer, String counted, String answerOfTomcat) {
  /** Tomcat does the one or the other with a request whose content was cut, as it happens. */
  static final String CUT_ON_TOMCAT = "nothing or 400";

  private static final Pattern NOTHING_OR_400 = Pattern.compile("^(nothing|400)(?=$|,)");

  private static final String CONTAINER = System.getProperty("container", "jetty");

  static Ending counted(String outcome, String answer) {
    return new Ending(answer, outcome, answer);
  }

  /** Nothing of it comes to the servlet. */
  static Ending uncounted(String answer) {
    return counted("", answer);
  }

  /** A problem is counted by its type. */
  static Ending problem(int status, String type) {
    return counted(type, status + " " + type);
  }

  /** What an upload comes to whose request with the fault was answered by this. */
  Ending then(Ending last) {
    return new Ending(
        answer + ", then " + last.answer,
        last.counted,
        answerOfTomcat + ", then " + last.answerOfTomcat);
  }

  Ending onTomcat(String other) {
    return new Ending(answer, counted, other);
  }

  /** What is expected in this run. */
  String answerHere() {
    return CONTAINER.equals("tomcat") ? answerOfTomcat : answer;
  }

  /** What was seen, in the words of what is expected: two that may happen are one. */
  String inExpectedWords(String seen) {
    return answerHere().startsWith(CUT_ON_TOMCAT)
        ? NOTHING_OR_400.matcher(seen).replaceFirst(CUT_ON_TOMCAT)
        : seen;
  }

  /** Both, where they differ. */
  String inWords(String answerSeenHere) {
    boolean tomcat = CONTAINER.equals("tomcat");
    String onJetty = tomcat ? answer : answerSeenHere;
    String onTomcat = tomcat ? answerSeenHere : answerOfTomcat;
    return onJetty.equals(onTomcat) ? onJetty : onJetty + "; Tomcat: " + onTomcat;
  }
}
