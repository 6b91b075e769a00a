package org.speechservlet.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells an operator what becomes of the authorization: one line for each change, and of failures in
 * a row only those that say something new. Thread-safe.
 */
final class RenewalLog {
  static final String REFUSED =
      "The Speech API refused the authorization (401 or 403) before its time was over.";

  /** In a row of equal failures one in this time is a warning; the others are for debugging. */
  private static final Duration REPEAT = Duration.ofSeconds(60);

  private final Logger log;
  private final CredentialSource source;
  private @Nullable String lastEvent;
  private long lastWarningAtNanos;

  RenewalLog(Logger log, CredentialSource source) {
    this.log = log;
    this.source = source;
  }

  /**
   * Tells of a new authorization.
   *
   * @param previous the one before; null if this is the first
   * @param over the failures that it ends; null if there were none
   */
  void taken(Held taken, @Nullable Held previous, @Nullable Outage over, long nowNanos) {
    String what = noun() + " from " + source.origin() + times(taken, nowNanos);
    if (over != null) {
      log.info(
          "Recovered after {} failed attempts in {}: {}",
          over.failures(),
          seconds(Duration.ofNanos(nowNanos - over.beganAtNanos())),
          what);
    } else if (previous == null) {
      log.info("First {}", what);
    } else if (previous.authorization() != taken.authorization()) {
      log.info("New {}", what);
    } else {
      log.debug("Unchanged {}", what);
    }
  }

  private String noun() {
    return switch (source.mode()) {
      case TOKEN, CUSTOM -> "token";
      case KEY -> "key";
      case NONE -> "authorization";
    };
  }

  private static String times(Held taken, long nowNanos) {
    TokenStatus.KeyInUse key = taken.key();
    String by =
        key == null ? "" : key == TokenStatus.KeyInUse.PRIMARY ? ", first key" : ", second key";
    return taken.hasEnd()
        ? by
            + "; it is handed out for "
            + seconds(taken.usableLeft(nowNanos))
            + " and renewed in "
            + seconds(taken.untilRenewal(nowNanos))
            + "."
        : by + ".";
  }

  /**
   * Tells of a failed attempt.
   *
   * @param delay until the next one
   * @param tokenLeft for how long the present token is still handed out; zero without one
   */
  void failed(Outage outage, Duration delay, Duration tokenLeft, long nowNanos) {
    String line =
        String.format(
            "Token renewal failed (%s, attempt %d); next attempt in %s; %s. %s",
            outage.last().event(),
            outage.failures(),
            seconds(delay),
            tokenLeft.isZero()
                ? "there is no valid token"
                : "the current token is valid for " + seconds(tokenLeft),
            outage.last().explanation());
    if (saysSomethingNew(outage, nowNanos)) {
      log.warn("{}", line);
    } else {
      log.debug("{}", line);
    }
  }

  private synchronized boolean saysSomethingNew(Outage outage, long nowNanos) {
    String event = outage.last().event();
    boolean isNew =
        outage.failures() == 1
            || !event.equals(lastEvent)
            || nowNanos - lastWarningAtNanos >= REPEAT.toNanos();
    if (isNew) {
      lastEvent = event;
      lastWarningAtNanos = nowNanos;
    }
    return isNew;
  }

  /**
   * Tells of a refusal by the Speech API.
   *
   * @param age of what was refused
   * @param count refusals in a row
   * @param delay until the renewal
   */
  void refused(Duration age, int count, Duration delay) {
    if (delay.isZero()) {
      log.warn("{} It was {} old; a new one is fetched at once.", REFUSED, seconds(age));
    } else {
      log.warn(
          "{} That makes {} in a row, so new ones are of no use: does the key belong to the same"
              + " resource as the recognition endpoint? The next one is fetched in {}.",
          REFUSED,
          count,
          seconds(delay));
    }
  }

  /** Writes a duration as an operator reads it: in seconds, with a tenth where it is short. */
  static String seconds(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    return seconds < 10
        ? String.format(java.util.Locale.ROOT, "%.1f s", seconds)
        : Math.round(seconds) + " s";
  }
}
