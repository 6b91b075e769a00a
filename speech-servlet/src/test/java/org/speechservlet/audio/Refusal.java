package org.speechservlet.audio;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.function.Executable;

/** What an {@link AudioException} said. */
record Refusal(
    AudioException.Kind kind, String message, OptionalLong offsetBytes, Optional<Duration> limit) {

  /** Runs what must be refused. */
  static Refusal of(Executable refused) {
    return of(assertThrows(AudioException.class, refused));
  }

  static Refusal of(AudioException thrown) {
    String message = Objects.requireNonNull(thrown.getMessage());
    return new Refusal(thrown.kind(), message, thrown.offsetBytes(), thrown.limit());
  }
}
