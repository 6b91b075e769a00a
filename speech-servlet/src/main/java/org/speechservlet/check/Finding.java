package org.speechservlet.check;

import java.util.Objects;

/**
 * One thing that was found. Holds no secret.
 *
 * @param step what was looked at
 * @param verdict what is thought of it
 * @param words what was found and, unless all is well, what to do: sentences for an operator
 */
public record Finding(Step step, Verdict verdict, String words) {

  /** Checks the parts. */
  public Finding {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(words, "words");
  }
}
