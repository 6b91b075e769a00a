package org.speechservlet.config;

import java.time.Duration;
import java.util.Objects;

/**
 * How much one request, and the whole web application, may take.
 *
 * @param maxAudioDuration the longest audio that is sent upstream in one request
 * @param maxUploadBytes the largest body of a request
 * @param maxConcurrent recognitions in flight in this web application
 * @param replayMaxBytes audio kept of one recognition, so that it can be sent a second time
 * @param replayMaxTotalBytes audio kept so in the whole web application
 */
public record LimitSettings(
    Duration maxAudioDuration,
    long maxUploadBytes,
    int maxConcurrent,
    long replayMaxBytes,
    long replayMaxTotalBytes) {

  /** Checks that what may not be null is not. */
  public LimitSettings {
    Objects.requireNonNull(maxAudioDuration, "maxAudioDuration");
  }
}
