package org.speechservlet.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.AuthSettings;
import org.speechservlet.config.ConnectionSettings;

/**
 * Asks for an authorization once, apart from any {@link TokenManager}: to see whether it can be
 * had, and why not. Thread-safe; nothing here blocks, whatever blocks runs on the executor given.
 */
public final class TokenTrial {
  private final CredentialSource source;
  private final Clock clock;
  private volatile @Nullable Duration clockAhead;

  /** What a trial brought. */
  public sealed interface Outcome {}

  /**
   * There is an authorization.
   *
   * @param authorization to be used now
   * @param lifetime counted from before the trial; null if it does not end
   */
  public record Granted(Authorization authorization, @Nullable Duration lifetime)
      implements Outcome {
    /** Checks the parts. */
    public Granted {
      Objects.requireNonNull(authorization, "authorization");
    }
  }

  /**
   * There is none.
   *
   * @param failure why, in an operator's words
   */
  public record Denied(TokenFailure failure) implements Outcome {
    /** Checks the parts. */
    public Denied {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * Prepares a trial; nothing is asked yet.
   *
   * @param auth with the one key, or both keys, that are to be tried
   * @param executor where an exchange blocks: for the time-out of the connection, and for 10 s of
   *     silence; twice that with two keys
   * @param clock this machine's clock
   */
  public TokenTrial(
      AuthSettings auth, ConnectionSettings connection, Executor executor, Clock clock) {
    this.clock = clock;
    Surroundings around =
        new Surroundings(new NoTimers(), System::nanoTime, clock, new SplittableRandom());
    this.source =
        new CredentialSources(auth, connection, around)
            .choose(null, new AttemptThread(executor), this::noting);
  }

  private TokenExchange noting(TokenExchange exchange) {
    return (key, attempt) -> {
      TokenAnswer answer = exchange.post(key, attempt);
      Instant serviceDate = HttpDates.instant(answer.date());
      if (serviceDate != null) {
        clockAhead = Duration.between(serviceDate, clock.instant());
      }
      return answer;
    };
  }

  /**
   * Asks.
   *
   * @return completes with the outcome, and does not fail unless it is cancelled; that ends the
   *     exchange as well
   */
  public CompletableFuture<Outcome> ask() {
    CompletableFuture<Credential> request = source.request();
    CompletableFuture<Outcome> outcome = request.handle(this::outcome);
    var unused =
        outcome.whenComplete(
            (result, error) -> {
              if (outcome.isCancelled()) {
                request.cancel(true);
              }
            });
    return outcome;
  }

  private Outcome outcome(@Nullable Credential credential, @Nullable Throwable error) {
    if (credential != null) {
      return new Granted(credential.authorization(), credential.lifetime());
    }
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    return new Denied(
        cause instanceof TokenFailureException known
            ? known.failure()
            : Diagnosis.unexpected(cause, source.origin()));
  }

  /**
   * Returns what is wrong with this machine's clock, by the date of the token service's last
   * answer; null if it agrees with that of the service, or if there was no answer.
   */
  public @Nullable String clockComplaint() {
    Duration ahead = clockAhead;
    return ahead == null || ClockCheck.isTolerable(ahead) ? null : ClockCheck.complaint(ahead);
  }

  /** Sources of authorizations schedule nothing; the renewal does, and there is none. */
  private static final class NoTimers implements Scheduler {
    @Override
    public Scheduled schedule(Runnable task, Duration delay) {
      throw new IllegalStateException("nothing is to be scheduled in a trial");
    }

    @Override
    public void close() {}
  }
}
