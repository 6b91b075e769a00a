package org.speechservlet.local.fault;

import java.time.Duration;
import org.speechservlet.local.answer.Answer;

/** What happens to a request instead of, or before, what should. */
public sealed interface Action {

  /**
   * This answer; what is left of the request is read and dropped.
   *
   * @param answer the answer, for example of {@link org.speechservlet.local.answer.KnownAnswers}
   */
  record Respond(Answer answer) implements Action {}

  /** The real answer to what was heard up to now, before the rest of the audio was read. */
  record AnswerEarly() implements Action {}

  /**
   * Nothing happens for this time, then everything goes on as if nothing had been.
   *
   * @param time how long, more than zero
   */
  record Stall(Duration time) implements Action {

    private static final Duration LONGER_THAN_CLIENTS_WAIT = Duration.ofMinutes(10);

    /** Checks the time. */
    public Stall {
      FaultTimes.check("stall", time);
    }

    /** Ten minutes: to a client, silence without end. */
    public static Stall forGood() {
      return new Stall(LONGER_THAN_CLIENTS_WAIT);
    }
  }

  /** The connection is cut with a TCP reset (RST). */
  record Reset() implements Action {}

  /** The connection is closed in good order (FIN), in the middle of what was being said. */
  record Disconnect() implements Action {}

  /** Bytes that are no HTTP are sent, and the connection is closed. */
  record Garbage() implements Action {}
}
