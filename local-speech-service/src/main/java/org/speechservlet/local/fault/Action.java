package org.speechservlet.local.fault;

import java.time.Duration;
import java.util.Optional;

/** What happens to a request instead of, or before, what should. */
public sealed interface Action {

  /**
   * An answer of this status, with this body; what is left of the request is read and dropped.
   *
   * @param status the HTTP status, 200 to 599
   * @param contentType the body's media type
   * @param body the body, possibly empty
   * @param retryAfter the Retry-After header, in whole seconds
   */
  record Respond(int status, String contentType, String body, Optional<Duration> retryAfter)
      implements Action {

    /** Checks the status. */
    public Respond {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("The status is " + status + "; give 200 to 599");
      }
    }
  }

  /**
   * The real answer to what was heard up to now, before the rest of the audio was read; not for
   * {@link Target#TOKEN}.
   */
  record AnswerEarly() implements Action {}

  /**
   * Nothing happens for this time, then everything goes on as if nothing had been.
   *
   * @param time how long, more than zero
   */
  record Stall(Duration time) implements Action {

    /** Checks the time. */
    public Stall {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("The stall is " + time + "; give more than PT0S");
      }
    }
  }

  /** The connection is cut with a TCP reset (RST). */
  record Reset() implements Action {}

  /** The connection is closed in good order (FIN), in the middle of what was being said. */
  record Disconnect() implements Action {}

  /** Bytes that are no HTTP are sent, and the connection is closed. */
  record Garbage() implements Action {}
}
