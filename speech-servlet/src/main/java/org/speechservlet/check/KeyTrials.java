package org.speechservlet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.AuthMode;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.KeySetting;
import org.speechservlet.token.Authorization;
import org.speechservlet.token.TokenFailure;
import org.speechservlet.token.TokenTrial;

/**
 * Tries each of the resource's keys by itself, so that a bad second one is known before the need.
 */
final class KeyTrials {
  private final Trial.Maker trials;
  private final Cut cut;
  private final Findings findings;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Denial> denials = new ArrayList<>();
  private @Nullable String clockComplaint;

  private record Denial(String name, TokenFailure failure) {}

  KeyTrials(Trial.Maker trials, Cut cut, Findings findings) {
    this.trials = trials;
    this.cut = cut;
    this.findings = findings;
  }

  /** Tries the keys, and returns those that can be used. */
  List<Candidate> check(AuthSettings auth) throws Cut.CutException {
    tryKey("first key", auth, Objects.requireNonNull(auth.key(), "key"));
    if (auth.secondaryKey() != null && !auth.secondaryKey().equals(auth.key())) {
      tryKey("second key", auth, auth.secondaryKey());
    }
    denials.forEach(this::tell);
    if (clockComplaint != null) {
      findings.warning(clockComplaint);
    }
    return candidates;
  }

  private void tryKey(String name, AuthSettings auth, KeySetting key) throws Cut.CutException {
    Trial trial =
        trials.of(new AuthSettings(auth.mode(), auth.tokenUri(), key, null, auth.renewAfter()));
    TokenTrial.Outcome outcome = cut.await(trial.ask());
    clockComplaint = trial.clockComplaint();
    if (outcome instanceof TokenTrial.Granted granted) {
      findings.hide(granted.authorization());
      granted(name, auth.mode(), granted);
      candidates.add(
          new Candidate(name, new TrialCredentials(granted.authorization(), () -> another(trial))));
    } else if (outcome instanceof TokenTrial.Denied denied) {
      denials.add(new Denial(name, denied.failure()));
    }
  }

  private void granted(String name, AuthMode mode, TokenTrial.Granted granted) {
    findings.passed(
        mode == AuthMode.KEY
            ? "The " + name + " is there. It is sent itself: the recognition tells if it is right."
            : "The "
                + name
                + " is accepted: a token came"
                + (granted.lifetime() == null
                    ? "."
                    : ", valid for " + granted.lifetime().toSeconds() + " s."));
  }

  /** What is refused by the one may go with the other, but not for ever. */
  private void tell(Denial denial) {
    TokenFailure failure = denial.failure();
    String words =
        "With the " + denial.name() + ": " + failure.event() + ". " + failure.explanation();
    if (candidates.isEmpty()) {
      findings.failed(words);
    } else {
      findings.warning(words + " The other key is used instead.");
    }
  }

  private CompletionStage<Authorization> another(Trial trial) {
    return trial.ask().thenApply(this::granted);
  }

  private Authorization granted(TokenTrial.Outcome outcome) {
    if (outcome instanceof TokenTrial.Granted granted) {
      findings.hide(granted.authorization());
      return granted.authorization();
    }
    TokenFailure failure = ((TokenTrial.Denied) outcome).failure();
    throw new IllegalStateException(failure.event() + ". " + failure.explanation());
  }
}
