package org.speechservlet.servers;

import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * What came out of a check.
 *
 * @param mark what the table shows
 * @param reason why it is no tick; empty where it is one
 */
record Outcome(String mark, String reason) {

  static final Outcome PASSED = new Outcome("✓", "");

  /** A check that does not concern the subject. */
  static final Outcome NONE = new Outcome("", "");

  /** The outcome of a test that ended so. */
  static Outcome of(Optional<Throwable> thrown) {
    return thrown.map(Outcome::of).orElse(PASSED);
  }

  private static Outcome of(Throwable thrown) {
    String mark = thrown instanceof TestAbortedException ? "–" : "✗";
    String reason = String.valueOf(thrown.getMessage());
    return new Outcome(mark, reason.lines().findFirst().orElse(thrown.getClass().getSimpleName()));
  }

  /** The worse of two. */
  Outcome and(Outcome other) {
    return reason.isEmpty() ? other : this;
  }
}
