package org.speechservlet.local.answer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status the status, 200 to 599
 * @param headers further header fields by name, Content-Type among them
 * @param body the body in text, possibly empty
 * @param isChunked sent with chunked transfer coding rather than with a Content-Length
 */
public record Answer(int status, Map<String, String> headers, String body, boolean isChunked) {

  /** Checks the status. */
  public Answer {
    headers = Map.copyOf(headers);
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("The status is " + status + "; give 200 to 599");
    }
  }

  /** An answer with a body of this media type, and its length. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body, false);
  }

  /** An answer with a body of this media type in chunks. */
  public static Answer chunked(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body, true);
  }

  /** The same answer with one more header field. */
  public Answer with(String name, String value) {
    Map<String, String> extended = new HashMap<>(headers);
    extended.put(name, value);
    return new Answer(status, extended, body, isChunked);
  }

  /** The same answer that tells when to try again, in whole seconds, rounded up. */
  public Answer withRetryAfter(Duration delay) {
    return with("Retry-After", Long.toString(delay.plusNanos(999_999_999).toSeconds()));
  }
}
