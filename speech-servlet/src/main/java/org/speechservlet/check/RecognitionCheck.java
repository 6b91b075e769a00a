package org.speechservlet.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.speechservlet.config.RecognitionSettings;
import org.speechservlet.upstream.UpstreamException;

/** Has the built-in sentence recognized. */
final class RecognitionCheck {
  private final Network network;
  private final SpeechService service;
  private final Findings findings;

  RecognitionCheck(Network network, SpeechService service, Findings findings) {
    this.network = network;
    this.service = service;
    this.findings = findings;
  }

  /**
   * Tries.
   *
   * @param candidates the credentials to try, one after the other
   */
  void check(RecognitionSettings settings, List<Candidate> candidates) throws Cut.CutException {
    findings.begin(Step.RECOGNITION_HOST);
    if (!isReached(settings.uri())) {
      findings.notTried(Step.RECOGNITION, "the recognition service is not reached");
      return;
    }
    findings.begin(Step.RECOGNITION);
    if (candidates.isEmpty()) {
      findings.notTried(Step.RECOGNITION, "there is no authorization for it");
    }
    AnswerJudgement judgement = new AnswerJudgement(settings.language());
    for (Candidate candidate : candidates) {
      SpeechService.Outcome outcome = service.recognize(candidate.credentials());
      if (outcome instanceof SpeechService.Answered answered) {
        judgement.judge(answered, findings);
      } else if (outcome instanceof SpeechService.Failed failed) {
        String with = candidates.size() == 1 ? "" : "With the " + candidate.name() + ": ";
        findings.failed(with + failed.words());
      }
    }
  }

  private boolean isReached(URI uri) {
    try {
      findings.passed(network.reach(uri).words(Words.host(uri)));
      return true;
    } catch (IOException e) {
      findings.failed(String.valueOf(UpstreamException.ofConnection(uri, e).getMessage()));
      return false;
    }
  }
}
