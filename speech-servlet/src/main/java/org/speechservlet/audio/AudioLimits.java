package org.speechservlet.audio;

import java.time.Duration;

/**
 * What one recognition may use, as the operator has set it.
 *
 * @param maxAudioDuration the longest audio that is passed on; more than zero
 */
public record AudioLimits(Duration maxAudioDuration) {

  public AudioLimits {
    if (maxAudioDuration.isZero() || maxAudioDuration.isNegative()) {
      throw new IllegalArgumentException(
          "maxAudioDuration must be more than zero, not " + maxAudioDuration);
    }
  }
}
