package org.speechservlet.local.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that goes wrong, and for which requests. Of the requests that it could happen to, it
 * passes over the first {@code skipCount} and then happens to the next {@code maxCount}, for as
 * long as {@code duration} has not passed since it was set. Chance has no part in it.
 *
 * <pre>{@code
 * Fault.on(Target.RECOGNITION, Moment.MIDDLE, new Action.Reset()).times(2)
 * Fault.on(Target.TOKEN, Moment.START, new Action.Respond(KnownAnswers.withStatus(503)))
 *     .lasting(ofMinutes(3))
 * }</pre>
 *
 * @param target the endpoint that it happens to
 * @param moment the point of the exchange at which it happens
 * @param action what happens
 * @param skipCount how many requests it passes over first
 * @param maxCount how many requests it happens to at most
 * @param duration how long it is in force from being set on; for ever when empty
 * @param tokenUses how often each bearer token is used unharmed; {@code skipCount} and {@code
 *     maxCount} count only the uses after these. With a value above 0 the fault happens at {@link
 *     Moment#START} of recognitions with a bearer token only
 * @param bodyBytes how many bytes of the body have been read when {@link Moment#MIDDLE} has come
 */
public record Fault(
    Target target,
    Moment moment,
    Action action,
    int skipCount,
    int maxCount,
    Optional<Duration> duration,
    int tokenUses,
    int bodyBytes) {

  private static final int HALF_A_SECOND_OF_PCM_BYTES = 16_000;

  /** Checks the combination; the exception's message says what does not go together. */
  public Fault {
    checkMoment(target, moment, action);
    if (tokenUses > 0 && (target != Target.RECOGNITION || moment != Moment.START)) {
      throw new IllegalArgumentException(
          "The uses of a token are counted at the start of recognitions only");
    }
    if (skipCount < 0 || maxCount < 1 || tokenUses < 0 || bodyBytes < 1) {
      throw new IllegalArgumentException(
          "Requests and uses to pass over are 0 or more; times and bytes are 1 or more");
    }
    duration.ifPresent(time -> FaultTimes.check("fault's duration", time));
  }

  private static void checkMoment(Target target, Moment moment, Action action) {
    if (target == Target.TOKEN && moment == Moment.MIDDLE) {
      throw new IllegalArgumentException("A token request has no audio, and so no middle");
    }
    if (action instanceof Action.AnswerEarly && moment != Moment.MIDDLE) {
      throw new IllegalArgumentException("An early answer comes in the middle of the audio only");
    }
    if (moment == Moment.IN_ANSWER && !canInterruptAnswer(action)) {
      throw new IllegalArgumentException(
          "In the middle of an answer only a stall, a reset or a disconnect can happen");
    }
  }

  private static boolean canInterruptAnswer(Action action) {
    return action instanceof Action.Stall
        || action instanceof Action.Reset
        || action instanceof Action.Disconnect;
  }

  /** This fault, for every request until it is removed. */
  public static Fault on(Target target, Moment moment, Action action) {
    return new Fault(
        target,
        moment,
        action,
        0,
        Integer.MAX_VALUE,
        Optional.empty(),
        0,
        HALF_A_SECOND_OF_PCM_BYTES);
  }

  /** The same, for this many requests at most. */
  public Fault times(int count) {
    return new Fault(target, moment, action, skipCount, count, duration, tokenUses, bodyBytes);
  }

  /** The same, for this long from being set on. */
  public Fault lasting(Duration time) {
    return new Fault(
        target, moment, action, skipCount, maxCount, Optional.of(time), tokenUses, bodyBytes);
  }

  /** The same, after this many requests were passed over. */
  public Fault afterRequests(int count) {
    return new Fault(target, moment, action, count, maxCount, duration, tokenUses, bodyBytes);
  }

  /** The same, for the uses of each bearer token that come after this many. */
  public Fault afterTokenUses(int count) {
    return new Fault(target, moment, action, skipCount, maxCount, duration, count, bodyBytes);
  }

  /** The same, with the middle after this many bytes of the body. */
  public Fault afterBodyBytes(int count) {
    return new Fault(target, moment, action, skipCount, maxCount, duration, tokenUses, count);
  }
}
