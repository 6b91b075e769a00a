package org.speechservlet.servlet;

import java.util.Set;
import org.speechservlet.upstream.Transcript;

/** How a recognition ended, as it is counted and logged. */
final class Outcome {
  static final String BROWSER_GONE = "browser-gone";
  static final String CANCELLED = "cancelled";

  private static final Set<String> RECOGNITION_STATUSES =
      Set.of("Success", "NoMatch", "InitialSilenceTimeout", "BabbleTimeout", "Error");

  private Outcome() {}

  /** The API's own word, as long as it is one that is known: the number of outcomes is bounded. */
  static String of(Transcript transcript) {
    String status = transcript.recognitionStatus();
    return RECOGNITION_STATUSES.contains(status) ? status : "OtherStatus";
  }

  /** Of a type that is registered elsewhere, its name there. */
  static String of(Problem problem) {
    return problem.type().substring(problem.type().indexOf('#') + 1);
  }
}
