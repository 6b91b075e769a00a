package org.speechservlet.config;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the network may take, and the way through it.
 *
 * @param connectTimeout until a connection to the Speech service stands
 * @param uploadIdleTimeout the longest pause in the bytes that come from the browser
 * @param responseTimeout from the end of the audio to the answer of the Speech service
 * @param proxy the proxy to use; null if the JVM's proxy properties apply
 */
public record ConnectionSettings(
    Duration connectTimeout,
    Duration uploadIdleTimeout,
    Duration responseTimeout,
    @Nullable ProxyAddress proxy) {

  /** Checks that what may not be null is not. */
  public ConnectionSettings {
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    Objects.requireNonNull(uploadIdleTimeout, "uploadIdleTimeout");
    Objects.requireNonNull(responseTimeout, "responseTimeout");
  }
}
