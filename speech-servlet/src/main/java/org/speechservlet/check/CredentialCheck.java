package org.speechservlet.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.token.Authorization;
import org.speechservlet.token.Authorizer;
import org.speechservlet.token.TokenFailure;

/** Finds out with which authorizations a recognition can be tried. */
final class CredentialCheck {
  private final Network network;
  private final Trial.Maker trials;
  private final Cut cut;
  private final Findings findings;

  CredentialCheck(Network network, Trial.Maker trials, Cut cut, Findings findings) {
    this.network = network;
    this.trials = trials;
    this.cut = cut;
    this.findings = findings;
  }

  /** Asks as the settings say; returns nothing to try if that failed. */
  List<Candidate> check(AuthSettings auth) throws Cut.CutException {
    return switch (auth.mode()) {
      case TOKEN -> byToken(auth, Objects.requireNonNull(auth.tokenUri(), "tokenUri"));
      case KEY -> byKey(auth);
      case NONE -> byNothing();
    };
  }

  private List<Candidate> byToken(AuthSettings auth, URI tokenUri) throws Cut.CutException {
    findings.begin(Step.TOKEN_HOST);
    try {
      findings.passed(network.reach(tokenUri).words(Words.host(tokenUri)));
    } catch (IOException e) {
      TokenFailure failure = TokenFailure.ofConnection(tokenUri, e);
      findings.failed(failure.explanation());
      findings.notTried(Step.CREDENTIAL, "the token service is not reached");
      return List.of();
    }
    return byKey(auth);
  }

  private List<Candidate> byKey(AuthSettings auth) throws Cut.CutException {
    findings.begin(Step.CREDENTIAL);
    return new KeyTrials(trials, cut, findings).check(auth);
  }

  private List<Candidate> byNothing() {
    findings.begin(Step.CREDENTIAL);
    findings.passed("None is sent, as speech.auth = none says.");
    return List.of(
        new Candidate(
            "no authorization",
            new TrialCredentials(
                null, () -> CompletableFuture.completedStage(Authorization.none()))));
  }

  /** Takes what the application itself has: its own source of tokens is asked by nobody else. */
  List<Candidate> ofApplication(Authorizer application) throws Cut.CutException {
    findings.begin(Step.CREDENTIAL);
    try {
      Authorization held = cut.await(application.authorization().toCompletableFuture().copy());
      findings.hide(held);
      findings.passed("The application's TokenSource gave a token.");
      return List.of(
          new Candidate("token", new TrialCredentials(held, application::authorization)));
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      findings.failed("The application's TokenSource gives no token: " + cause.getMessage());
      return List.of();
    }
  }
}
