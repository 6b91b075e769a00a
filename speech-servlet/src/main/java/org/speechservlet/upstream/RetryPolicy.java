package org.speechservlet.upstream;

import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
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
   * @param timeLeft until its deadline
   */
  record Situation(int renewals, int retries, boolean replayable, Duration timeLeft) {}

  private RetryPolicy() {}

  static Decision afterStatus(
      int status, @Nullable Duration retryAfter, Situation situation, RandomGenerator random) {
    if (!situation.replayable()) {
      return new GiveUp();
    }
    return switch (status) {
      case 401, 403 -> situation.renewals() == 0 ? new Renew() : new GiveUp();
      case 429, 500, 502, 503 ->
          retry(retryAfter != null ? retryAfter : jittered(random), situation);
      default -> new GiveUp();
    };
  }

  static Decision afterLoss(Exception cause, Situation situation) {
    if (!situation.replayable() || !isPassing(cause)) {
      return new GiveUp();
    }
    return retry(Duration.ZERO, situation);
  }

  private static Decision retry(Duration pause, Situation situation) {
    return situation.retries() == 0 && pause.compareTo(situation.timeLeft()) < 0
        ? new Retry(pause)
        : new GiveUp();
  }

  /** A name or certificate that is wrong now is wrong in a moment; time-outs took long enough. */
  private static boolean isPassing(Exception cause) {
    return !(cause instanceof UnknownHostException
        || cause instanceof SSLException
        || cause instanceof InterruptedIOException);
  }

  private static Duration jittered(RandomGenerator random) {
    return PAUSE.plusMillis(random.nextLong(PAUSE.toMillis()));
  }
}
