package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one authorization fresh: at any time one attempt is in flight, or one is scheduled, or what
 * is held does not end. Thread-safe. State changes under a lock; the network, the log and callers
 * are met outside of it.
 *
 * <pre>
 *            attempt succeeds            at its renewal age
 *   NONE ----------------------> FRESH ----------------------> STALE
 *                                ^   ^                         |   |
 *                                |   +--- attempt succeeds ----+   | end of its life,
 *                                |                                 | or refused by the
 *                                +----- attempt succeeds ---- EXPIRED   Speech API
 *
 *   a failed attempt changes none of these; it schedules the next attempt
 * </pre>
 */
final class RenewalLoop {
  /** Callers without an authorization wait so long from the beginning of an outage. */
  static final Duration WAIT_LIMIT = Duration.ofSeconds(15);

  private static final Duration LEAST_RETRY_AFTER = Duration.ofSeconds(1);

  private final CredentialSource source;
  private final RenewalPolicy policy;
  private final Surroundings around;
  private final RenewalLog log;

  /** What callers get; written under the lock, read without it. */
  private volatile @Nullable Held held;

  // All that follows is guarded by the lock.
  private final Object lock = new Object();
  private final Refusals refusals = new Refusals();
  private final Alarm nextAttempt;
  private final Alarm attemptLimit;
  private final Waiters waiters;
  private @Nullable Held lastHeld;
  private @Nullable Attempt attempt;
  private @Nullable Outage outage;
  private TokenStatus.@Nullable Failure lastFailure;
  private @Nullable Authorization keptThoughRefused;
  private long renewals;
  private long failures;
  private boolean isClosed;

  RenewalLoop(CredentialSource source, RenewalPolicy policy, Surroundings around, RenewalLog log) {
    this.source = source;
    this.policy = policy;
    this.around = around;
    this.log = log;
    this.nextAttempt = new Alarm(around);
    this.attemptLimit = new Alarm(around);
    this.waiters = new Waiters(around);
  }

  /** Starts the first attempt. */
  void start() {
    change(this::startAttempt);
  }

  /** Starts an attempt now, unless one is in flight. */
  void renew() {
    change(this::startAttempt);
  }

  /** Returns what can be handed out at once; null if there is nothing. Takes no lock. */
  @Nullable Held usable() {
    Held present = held;
    return present != null && present.isUsable(now()) ? present : null;
  }

  /** Returns a stage for a caller that found nothing usable. */
  CompletionStage<Authorization> await() {
    synchronized (lock) {
      Held usable = usable();
      if (usable != null) {
        return usable.stage();
      }
      if (isClosed) {
        return CompletableFuture.failedStage(closed());
      }
      if (outage != null && isHopeless(outage)) {
        return CompletableFuture.failedStage(unavailable(outage));
      }
      return waiters.add(timeToWait(), this::onWaitLimit);
    }
  }

  private boolean isHopeless(Outage outage) {
    return outage.last().isPermanent() || waitLeft(outage.beganAtNanos()).isZero();
  }

  private Duration timeToWait() {
    if (outage != null) {
      return waitLeft(outage.beganAtNanos());
    }
    return attempt == null ? WAIT_LIMIT : waitLeft(attempt.startedAtNanos());
  }

  private Duration waitLeft(long beganAtNanos) {
    return Duration.ofNanos(Math.max(0, WAIT_LIMIT.toNanos() - (now() - beganAtNanos)));
  }

  private void onWaitLimit() {
    change(
        effects -> {
          TokenUnavailableException failure = outage == null ? noAnswerYet() : unavailable(outage);
          waiters.fail(failure, effects);
        });
  }

  /** Takes note that the Speech API refused an authorization. */
  void refuse(Authorization refused) {
    change(
        effects -> {
          Held present = held;
          if (present != null
              && present.authorization() == refused
              && refused != keptThoughRefused
              && !isClosed) {
            replace(present, effects);
          }
        });
  }

  private void replace(Held refused, List<Runnable> effects) {
    int count = refusals.add(now());
    Duration delay = RenewalPolicy.replacementDelay(count);
    Duration age = refused.age(now());
    lastFailure = new TokenStatus.Failure(RenewalLog.REFUSED, around.clock().instant());
    effects.add(() -> source.refused(refused.authorization()));
    effects.add(() -> log.refused(age, count, delay));
    if (delay.isZero()) {
      held = null;
      startAttempt(effects);
    } else {
      // A new one would be refused like those before; this one may still do for other requests.
      keptThoughRefused = refused.authorization();
      nextAttempt.setIfEarlier(delay, this::onAttemptDue);
    }
  }

  private void onAttemptDue() {
    change(this::startAttempt);
  }

  private void startAttempt(List<Runnable> effects) {
    if (attempt != null || isClosed) {
      return;
    }
    nextAttempt.cancel();
    Attempt started = new Attempt(now());
    attempt = started;
    Duration limit = RenewalPolicy.attemptLimit(usableLeft());
    attemptLimit.set(limit, () -> onAttemptLimit(started, limit));
    effects.add(() -> launch(started));
  }

  private void launch(Attempt started) {
    started.launch(source);
    var unused = started.outcome().whenComplete((got, error) -> onOutcome(started, got, error));
  }

  private void onOutcome(Attempt ended, @Nullable Credential got, @Nullable Throwable error) {
    change(
        effects -> {
          if (!end(ended)) {
            return;
          }
          if (got == null) {
            fail(ended, failureOf(error), effects);
          } else {
            take(ended, got, effects);
          }
        });
  }

  private void onAttemptLimit(Attempt stalled, Duration limit) {
    change(
        effects -> {
          if (end(stalled)) {
            effects.add(stalled::abort);
            fail(stalled, Diagnosis.noAnswer(limit, source.origin()), effects);
          }
        });
  }

  /** Whether an attempt was the one in flight; one that was given up has no say any more. */
  private boolean end(Attempt ended) {
    if (attempt != ended || isClosed) {
      return false;
    }
    attempt = null;
    attemptLimit.cancel();
    return true;
  }

  private void take(Attempt ended, Credential got, List<Runnable> effects) {
    Held taken = hold(withKnownIdentity(got), ended.startedAtNanos());
    if (!taken.isUsable(now())) {
      fail(ended, Diagnosis.cameTooLate(taken.age(now()), source.origin()), effects);
      return;
    }
    renewals++;
    Held previous = lastHeld;
    Outage over = outage;
    outage = null;
    keptThoughRefused = null;
    lastHeld = taken;
    held = taken;
    scheduleRenewal(taken);
    long now = now();
    effects.add(() -> log.taken(taken, previous, over, now));
    waiters.succeed(taken.authorization(), effects);
  }

  private void scheduleRenewal(Held taken) {
    if (taken.hasEnd()) {
      nextAttempt.set(taken.untilRenewal(now()), this::onAttemptDue);
    }
  }

  private Held hold(Credential credential, long requestedAtNanos) {
    Duration life = credential.lifetime();
    return life == null
        ? new Held(credential, requestedAtNanos, null, null)
        : new Held(
            credential,
            requestedAtNanos,
            policy.renewalAge(life, around.random().nextDouble()),
            RenewalPolicy.usableAge(life));
  }

  /** A source may give what it gave before; then it is what a caller has seen refused, or not. */
  private Credential withKnownIdentity(Credential got) {
    return lastHeld != null && lastHeld.authorization().isSameText(got.authorization())
        ? new Credential(lastHeld.authorization(), got.lifetime(), got.key())
        : got;
  }

  private void fail(Attempt failed, TokenFailure failure, List<Runnable> effects) {
    failures++;
    Outage present = Outage.after(outage, failed, failure, around.clock().instant());
    outage = present;
    lastFailure = new TokenStatus.Failure(present.message(), present.lastAt());
    Duration tokenLeft = usableLeft();
    Duration delay = RenewalPolicy.retryDelay(failedRenewal(present, tokenLeft), random());
    nextAttempt.set(delay, this::onAttemptDue);
    long now = now();
    effects.add(() -> log.failed(present, delay, tokenLeft, now));
    if (isHopeless(present)) {
      waiters.fail(unavailable(present), effects);
    }
  }

  private RenewalPolicy.FailedRenewal failedRenewal(Outage present, Duration tokenLeft) {
    TokenFailure last = present.last();
    return new RenewalPolicy.FailedRenewal(
        present.failures(),
        last.isPermanent(),
        tokenLeft,
        waitLeft(present.beganAtNanos()),
        last.retryAfter());
  }

  private TokenFailure failureOf(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof TokenFailureException failed
        ? failed.failure()
        : Diagnosis.unexpected(cause, source.origin());
  }

  /** Returns how all this stands. */
  TokenStatus status() {
    synchronized (lock) {
      long now = now();
      Held shown = lastHeld;
      return new TokenStatus(
          source.mode(),
          state(),
          shown == null ? null : shown.age(now),
          shown == null || !shown.hasEnd() ? null : usableLeft(),
          shown == null ? null : shown.key(),
          lastFailure,
          outage == null ? 0 : outage.failures(),
          attempt == null ? nextAttempt.left(now) : Duration.ZERO);
    }
  }

  /** Returns what was done so far. */
  TokenActivity activity() {
    synchronized (lock) {
      return new TokenActivity(renewals, failures, waiters.count());
    }
  }

  private TokenStatus.State state() {
    Held usable = usable();
    if (isClosed) {
      return TokenStatus.State.CLOSED;
    }
    if (usable == null) {
      return lastHeld == null ? TokenStatus.State.NONE : TokenStatus.State.EXPIRED;
    }
    return usable.isStale(now()) || keptThoughRefused != null
        ? TokenStatus.State.STALE
        : TokenStatus.State.FRESH;
  }

  /** Ends the loop; callers that wait are told so. What is in flight is aborted. */
  void close() {
    change(
        effects -> {
          isClosed = true;
          held = null;
          nextAttempt.cancel();
          attemptLimit.cancel();
          if (attempt != null) {
            effects.add(attempt::abort);
          }
          waiters.fail(closed(), effects);
        });
  }

  private TokenUnavailableException closed() {
    return new TokenUnavailableException("The web application is stopping.", LEAST_RETRY_AFTER);
  }

  private TokenUnavailableException noAnswerYet() {
    return new TokenUnavailableException(
        "No answer has come from " + source.origin() + " yet.", LEAST_RETRY_AFTER);
  }

  private TokenUnavailableException unavailable(Outage outage) {
    Duration left = Objects.requireNonNullElse(nextAttempt.left(now()), Duration.ZERO);
    return new TokenUnavailableException(
        outage.message(), left.compareTo(LEAST_RETRY_AFTER) < 0 ? LEAST_RETRY_AFTER : left);
  }

  private Duration usableLeft() {
    Held usable = usable();
    return usable == null || !usable.hasEnd() ? Duration.ZERO : usable.usableLeft(now());
  }

  private long now() {
    return around.nanoTime().getAsLong();
  }

  private double random() {
    return around.random().nextDouble();
  }

  /** Changes state under the lock, then does outside of it what follows from the change. */
  private void change(Consumer<List<Runnable>> transition) {
    List<Runnable> effects = new ArrayList<>();
    synchronized (lock) {
      transition.accept(effects);
    }
    effects.forEach(Runnable::run);
  }
}
