package org.speechservlet.upstream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * What to do after an attempt that gave no transcript. A pure function of its arguments.
 *
 * <p>One renewal of the credential and one more try after a passing failure: what fails twice is
 * not healed by a third request, and the person who dictated is waiting.
 */
final class RetryPolicy {
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** What is to happen next. */
  sealed interface Decision {}

  /** Get a new credential, then send again. */
  record Renew() implements Decision {}

  /** Send again after a pause. */
  record Retry(Duration pause) implements Decision {}

  /** The recognition has failed. */
  record GiveUp() implements Decision {}

  /**
   * How the recognition stands.
   *
   * @param renewals how often its credential was renewed
   * @param retries how often it was sent again after a passing failure
   * @param replayable whether all audio that was sent is still held
   * @param timeLeft for the service to make progress
   */
  record Situation(int renewals, int retries, boolean replayable, Duration timeLeft) {}

  private RetryPolicy() {}

  static Decision afterAnswer(
      Transport.Answer answer,
      @Nullable Duration retryAfter,
      Situation situation,
      RandomGenerator random) {
    if (!situation.replayable()) {
      return new GiveUp();
    }
    if (isRefusal(answer)) {
      return situation.renewals() == 0 ? new Renew() : new GiveUp();
    }
    return switch (answer.status()) {
      case 429, 500, 502, 503 ->
          retry(retryAfter != null ? retryAfter : jittered(random), situation);
      default -> new GiveUp();
    };
  }

  /** Whether the service refused the credential, which a proxy in front of it never saw. */
  static boolean isRefusal(Transport.Answer answer) {
    return !answer.fromProxy() && (answer.status() == 401 || answer.status() == 403);
  }

  static Decision afterLoss(Exception cause, Situation situation, RandomGenerator random) {
    if (!situation.replayable() || !isPassing(cause)) {
      return new GiveUp();
    }
    return retry(cause instanceof ConnectException ? jittered(random) : Duration.ZERO, situation);
  }

  private static Decision retry(Duration pause, Situation situation) {
    return situation.retries() == 0 && pause.compareTo(situation.timeLeft()) < 0
        ? new Retry(pause)
        : new GiveUp();
  }

  /**
   * Whether the connection was lost or not made. The head of an answer that was cut looks like one
   * that is no HTTP. A name, a certificate or an answer's size that is wrong now is wrong in a
   * moment, and time-outs took long enough.
   */
  private static boolean isPassing(Exception cause) {
    return (cause instanceof IOException || cause instanceof HttpException)
        && !(cause instanceof UnknownHostException
            || cause instanceof SSLException
            || cause instanceof ContentTooLongException
            || cause instanceof InterruptedIOException);
  }

  private static Duration jittered(RandomGenerator random) {
    return PAUSE.plusMillis(random.nextLong(PAUSE.toMillis()));
  }
}
