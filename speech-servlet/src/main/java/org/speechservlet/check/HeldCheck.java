package org.speechservlet.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.speechservlet.token.TokenStatus;

/** Tells what authorization a running application holds now. */
final class HeldCheck {
  private final Findings findings;

  HeldCheck(Findings findings) {
    this.findings = findings;
  }

  void check(TokenStatus status) {
    findings.begin(Step.HELD);
    TokenStatus.Failure failure = status.lastFailure();
    if (status.state() == TokenStatus.State.NONE && failure == null) {
      findings.passed("The application has just started, and asks for its first authorization.");
    } else if (!status.isUsable()) {
      findings.failed(
          "The application has no authorization"
              + next(status.nextAttemptIn())
              + (failure == null ? "." : ". " + failure.message()));
    } else if (status.consecutiveFailures() > 0 && failure != null) {
      findings.warning(
          held(status)
              + " Its renewal fails ("
              + status.consecutiveFailures()
              + " times until now)"
              + next(status.nextAttemptIn())
              + ". "
              + failure.message());
    } else {
      findings.passed(held(status));
    }
  }

  private static String held(TokenStatus status) {
    String by = status.keyInUse() == null ? "" : ", by the " + key(status.keyInUse());
    return switch (status.mode()) {
      case NONE -> "The application sends no authorization, as speech.auth says.";
      case KEY -> "The application sends the key itself" + by + ".";
      case TOKEN, CUSTOM ->
          "The application has a token"
              + by
              + ", "
              + since(status.age())
              + " old; it is used for "
              + since(status.timeLeft())
              + " more.";
    };
  }

  private static String key(TokenStatus.KeyInUse key) {
    return switch (key) {
      case PRIMARY -> "first key";
      case SECONDARY -> "second key";
    };
  }

  private static String since(@Nullable Duration duration) {
    return duration == null ? "an unknown time" : duration.toSeconds() + " s";
  }

  private static String next(@Nullable Duration delay) {
    return delay == null ? "" : "; the next attempt is in " + delay.toSeconds() + " s";
  }
}
