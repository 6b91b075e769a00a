package org.speechservlet.check;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.token.TokenManager;
import org.speechservlet.token.TokenStatus;
import org.speechservlet.token.TokenTrial;
import org.speechservlet.upstream.Timers;

/**
 * Looks at an installation from its settings to one recognition, once.
 *
 * <p>It shares nothing with dictations that go on meanwhile: its connections are its own, and
 * closed when it ends. Whatever happens, there is a report when the time is over; a thread that
 * waits for a name server then ends when that has answered, and changes nothing any more.
 * Thread-safe.
 */
public final class InstallationCheck {
  private static final Logger LOG = LoggerFactory.getLogger(InstallationCheck.class);

  private final Installation installation;
  private final CheckMeans means;
  private final Cut cut = new Cut();
  private final Findings findings = new Findings();
  private final CompletableFuture<CheckReport> report = new CompletableFuture<>();
  private final AtomicBoolean isConcluded = new AtomicBoolean();
  private final long startNanos;
  private volatile Timers.@Nullable Scheduled end;

  /** Starts nothing yet. */
  public InstallationCheck(Installation installation, CheckMeans means) {
    this.installation = installation;
    this.means = means;
    this.startNanos = means.timers().nanoTime();
  }

  /**
   * Starts; to be called once.
   *
   * @return completes with the report, and never fails; when it does, connections and threads are
   *     ending
   */
  public CompletableFuture<CheckReport> start() {
    end = means.timers().schedule(means.limit(), this::timeOver);
    try {
      means.threads().execute(this::run);
    } catch (RejectedExecutionException e) {
      stop();
    }
    return report;
  }

  private void timeOver() {
    String limit = means.limit().toSeconds() + " s";
    conclude(
        "Given up: a check has "
            + limit
            + " altogether, and they are over. Whatever was asked here takes too long; a firewall"
            + " or a name server may hold it up.",
        "the " + limit + " of a check are over");
  }

  /** Ends it at once, as the application or the program ends; harmless when it has ended. */
  public void stop() {
    conclude("Given up, as the application is being stopped.", "the application is being stopped");
  }

  private void conclude(@Nullable String reason, String because) {
    if (!isConcluded.compareAndSet(false, true)) {
      return;
    }
    if (reason != null) {
      findings.giveUp(reason, because);
    }
    Timers.Scheduled timer = end;
    if (timer != null) {
      timer.cancel();
    }
    cut.happen();
    Duration took = Duration.ofNanos(means.timers().nanoTime() - startNanos);
    report.complete(new CheckReport(findings.all(), took));
  }

  private void run() {
    try {
      look();
      conclude(null, "");
    } catch (Cut.CutException e) {
      LOG.debug("A check was cut", e);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("A check of the installation failed by a defect; please report this trace", e);
      conclude(
          "Given up by a defect of this check ("
              + e.getClass().getSimpleName()
              + "); please report it with the trace in the log.",
          "the check failed");
    }
  }

  private void look() throws Cut.CutException {
    new SettingsCheck(findings).check(installation.reading());
    SpeechSettings settings = installation.reading().settings();
    if (settings == null) {
      findings.notTried(Step.CREDENTIAL, "the settings cannot be used");
      findings.notTried(Step.RECOGNITION, "the settings cannot be used");
      return;
    }
    TokenManager tokens = installation.tokens();
    if (tokens != null) {
      new HeldCheck(findings).check(tokens.status());
    }
    Network network =
        new SocketNetwork(
            settings.connection().connectTimeout(),
            settings.connection().proxy(),
            cut,
            means.timers()::nanoTime);
    List<Candidate> candidates = candidates(settings, tokens, network);
    SpeechService service = new UpstreamSpeechService(settings, installation.name(), means, cut);
    new RecognitionCheck(network, service, findings).check(settings.recognition(), candidates);
  }

  private List<Candidate> candidates(
      SpeechSettings settings, @Nullable TokenManager tokens, Network network)
      throws Cut.CutException {
    CredentialCheck check =
        new CredentialCheck(network, auth -> trial(auth, settings), cut, findings);
    return tokens != null && tokens.status().mode() == TokenStatus.Mode.CUSTOM
        ? check.ofApplication(tokens)
        : check.check(settings.auth());
  }

  private Trial trial(AuthSettings auth, SpeechSettings settings) {
    TokenTrial trial = new TokenTrial(auth, settings.connection(), means.threads(), means.clock());
    return new Trial() {
      @Override
      public CompletableFuture<TokenTrial.Outcome> ask() {
        return trial.ask();
      }

      @Override
      public @Nullable String clockComplaint() {
        return trial.clockComplaint();
      }
    };
  }
}
