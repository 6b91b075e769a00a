package org.speechservlet.upstream;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The Speech API gave no transcript.
 *
 * <p>The message is for the operator's log: it says what happened, the value, the limit, and what
 * to do next. It holds no credential. It is not meant for the browser.
 */
public final class UpstreamException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it was. */
  public enum Kind {
    /** The credential was refused, also after it was renewed. */
    REFUSED,
    /** The language is unknown to the service. */
    UNKNOWN_LANGUAGE,
    /** The service does not take this audio. */
    UNSUPPORTED_AUDIO,
    /** The service has more to do than it can. */
    OVERLOADED,
    /** No progress for longer than the response timeout. */
    TIMEOUT,
    /** Any other failure: connection, status, or an answer that cannot be understood. */
    FAILED
  }

  private final Kind kind;
  private final @Nullable Duration retryAfter;

  UpstreamException(
      Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /**
   * Tells why the Speech API cannot be reached, in the words that a recognition has for it.
   *
   * @param recognitionUri the recognition URI
   * @param cause what a connection to it failed with
   */
  public static UpstreamException ofConnection(URI recognitionUri, IOException cause) {
    return new UpstreamDiagnosis(recognitionUri).loss(cause, Redaction.of(null));
  }

  public Kind kind() {
    return kind;
  }

  /** How long the service asked to wait, or null if it did not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
