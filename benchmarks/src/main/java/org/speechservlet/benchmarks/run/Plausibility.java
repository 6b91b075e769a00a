package org.speechservlet.benchmarks.run;

import java.io.IOException;
import org.speechservlet.benchmarks.control.Figures;

/**
 * Whether what was measured is what was meant: the audio came as it was sent, and our servlet did
 * all of its work on it.
 */
record Plausibility(Contestant contestant, Figures sent, Figures arrived) {

  /** Refuses a measurement that means something else than it seems to. */
  void check() throws IOException {
    if (arrived.get("damaged") > 0) {
      throw new IOException(
          "%s: %.0f pieces did not arrive as they were sent"
              .formatted(contestant.title(), arrived.get("damaged")));
    }
    double requests = arrived.get("requests");
    if (contestant.isSpeech()
        && (arrived.get("authorized") < requests || arrived.get("expected") < requests)) {
      throw new IOException(
          "%s: of %.0f requests %.0f had a token and %.0f expected 100 (Continue)"
              .formatted(
                  contestant.title(),
                  requests,
                  arrived.get("authorized"),
                  arrived.get("expected")));
    }
    if (sent.get("failures") == 0 && requests < sent.get("uploads")) {
      throw new IOException(
          "%s answered more uploads than came to the upstream".formatted(contestant.title()));
    }
  }
}
