package org.speechservlet.config;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How this web application proves itself to the Speech service.
 *
 * @param mode what is sent
 * @param tokenUri the complete URI of the token service; null unless {@code mode} is {@link
 *     AuthMode#TOKEN}, and null where a custom token source takes its place
 * @param key the first key; null if none was given
 * @param secondaryKey the second key; null if none was given
 * @param renewAfter the age at which a token is renewed, or a key file read again
 */
public record AuthSettings(
    AuthMode mode,
    @Nullable URI tokenUri,
    @Nullable KeySetting key,
    @Nullable KeySetting secondaryKey,
    Duration renewAfter) {

  /** Checks that what may not be null is not. */
  public AuthSettings {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(renewAfter, "renewAfter");
  }
}
