package org.speechservlet.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much one user may take. Who counts as one is for the servlet to say.
 *
 * @param maxConcurrent recognitions in flight at once; 0 if there is no such limit
 * @param audioPerHour audio in any hour; null if there is no such limit
 * @param audioPerDay audio in any day; null if there is no such limit
 * @param cache the name of the JCache cache in which several nodes keep the hours' and days' audio
 *     together; null if each node counts for itself
 */
public record UserLimitSettings(
    int maxConcurrent,
    @Nullable Duration audioPerHour,
    @Nullable Duration audioPerDay,
    @Nullable String cache) {

  /** Whether it matters who somebody is. */
  public boolean limitsAnything() {
    return maxConcurrent > 0 || limitsAudio();
  }

  /** Whether audio is limited at all. */
  public boolean limitsAudio() {
    return audioPerHour != null || audioPerDay != null;
  }
}
