package org.speechservlet.audio;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An upload that cannot go to the Speech API. The message is a sentence for whoever sent it, safe
 * to show in a browser; what a program decides by stands in the other accessors.
 */
public final class AudioException extends Exception {

  /** Why the upload cannot go on. */
  public enum Kind {
    /** Broken: not what its own format's rules demand. HTTP 400. */
    MALFORMED,
    /** Sound perhaps, but of a kind that is not accepted. HTTP 415. */
    UNSUPPORTED,
    /** Longer than the limit. HTTP 413. */
    TOO_LONG
  }

  @Serial private static final long serialVersionUID = 1;
  private static final long NO_OFFSET = -1;

  private final Kind kind;
  private final long offsetBytes;
  private final @Nullable Duration limit;

  private AudioException(Kind kind, String message, long offsetBytes, @Nullable Duration limit) {
    super(message);
    this.kind = kind;
    this.offsetBytes = offsetBytes;
    this.limit = limit;
  }

  /** Broken at a place: {@code problem} is a clause that the offset is added to. */
  static AudioException malformed(long offsetBytes, String problem) {
    return new AudioException(
        Kind.MALFORMED, problem + " (at byte " + offsetBytes + ").", offsetBytes, null);
  }

  static AudioException unsupported(String message) {
    return new AudioException(Kind.UNSUPPORTED, message, NO_OFFSET, null);
  }

  static AudioException tooLong(Duration limit) {
    String message =
        "The audio is longer than "
            + limit.toMillis() / 1000.0
            + " s, the most that one recognition takes; send it in shorter pieces.";
    return new AudioException(Kind.TOO_LONG, message, NO_OFFSET, limit);
  }

  public Kind kind() {
    return kind;
  }

  /** Where in the upload, counted from 0, it is broken; empty if it is not {@code MALFORMED}. */
  public OptionalLong offsetBytes() {
    return offsetBytes == NO_OFFSET ? OptionalLong.empty() : OptionalLong.of(offsetBytes);
  }

  /** The longest audio that is accepted; empty if it is not {@code TOO_LONG}. */
  public Optional<Duration> limit() {
    return Optional.ofNullable(limit);
  }
}
