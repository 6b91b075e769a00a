package org.speechservlet.quota;

import java.time.Duration;

/**
 * Internal. Audio that one user may send in any window of time. It comes back evenly while the
 * window passes.
 *
 * @param name by which users are told of it
 * @param audio how much may be sent at most; more than zero
 * @param window how long it takes until all of it has come back; more than zero
 */
public record Quota(String name, Duration audio, Duration window) {

  /** Checks that both durations are more than zero. */
  public Quota {
    if (audio.compareTo(Duration.ZERO) <= 0 || window.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("a quota of " + audio + " in " + window);
    }
  }
}
