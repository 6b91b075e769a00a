package org.speechservlet.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares this machine's clock with the token service's. Confined to one thread at a time. */
final class ClockCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  private boolean isOff;
  private boolean hasIgnoredExpiry;

  /**
   * Warns when the clock is found to be off, and tells when it is right again.
   *
   * @param serviceDate the service's clock; null if it is not known
   */
  void compare(@Nullable Instant serviceDate, Instant localNow) {
    if (serviceDate == null) {
      return;
    }
    Duration ahead = Duration.between(serviceDate, localNow);
    boolean wasOff = isOff;
    isOff = !isTolerable(ahead);
    if (isOff && !wasOff) {
      LOG.warn("{}", complaint(ahead));
    } else if (wasOff && !isOff) {
      LOG.info("This machine's clock agrees with that of the token service again.");
    }
  }

  static boolean isTolerable(Duration ahead) {
    return ahead.abs().compareTo(TOLERANCE) <= 0;
  }

  /**
   * Says that this machine's clock is off, and what follows from it.
   *
   * @param ahead of the service's clock; negative if it is behind
   */
  static String complaint(Duration ahead) {
    return "This machine's clock is "
        + ahead.abs().toSeconds()
        + " s "
        + (ahead.isNegative() ? "behind" : "ahead of")
        + " that of the token service. Tokens are still renewed in time, but TLS and log entries"
        + " suffer; let the machine get its time by NTP.";
  }

  /** Warns once when a token's own end makes no sense and is not counted. */
  void expiryIgnored(boolean isIgnored) {
    if (isIgnored && !hasIgnoredExpiry) {
      LOG.warn(
          "The token says that it has expired already; it counts as valid for 10 minutes. If the"
              + " clock of this machine is wrong, let it get its time by NTP.");
    }
    hasIgnoredExpiry = isIgnored;
  }
}
