package org.speechservlet.local.fault;

import java.time.Duration;

/** The times that a fault can have. */
final class FaultTimes {

  private static final Duration LONGEST = Duration.ofDays(365);

  private FaultTimes() {}

  static void check(String name, Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The " + name + " is " + time + "; give more than PT0S and at most " + LONGEST);
    }
  }
}
