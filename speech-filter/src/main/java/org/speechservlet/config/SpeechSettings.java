package org.speechservlet.config;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of one web application, checked and with their defaults filled in. Immutable.
 *
 * @param auth how the application proves itself
 * @param recognition what is asked of the recognition service
 * @param limits how much may be taken
 * @param connection how long the network may take
 * @param allowedOrigins origins besides the page's own that may call the servlet, as a browser
 *     writes them in {@code Origin} (RFC 6454, section 6.2)
 * @param uploadRoute what the names of this node's upload resources begin with, so that a load
 *     balancer tells the node by the path; empty if there is no need
 * @param adminRole the container's role whose users may check the installation; null if nobody may
 */
public record SpeechSettings(
    AuthSettings auth,
    RecognitionSettings recognition,
    LimitSettings limits,
    ConnectionSettings connection,
    Set<String> allowedOrigins,
    String uploadRoute,
    @Nullable String adminRole) {

  /** Copies the set of origins. */
  public SpeechSettings {
    Objects.requireNonNull(auth, "auth");
    Objects.requireNonNull(recognition, "recognition");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(connection, "connection");
    allowedOrigins = Set.copyOf(allowedOrigins);
    Objects.requireNonNull(uploadRoute, "uploadRoute");
  }

  /**
   * Reads settings from a map and from nowhere else: no property, variable or parameter of the
   * surroundings counts. For programs that embed the servlet, and for tests.
   *
   * @param values names such as {@code speech.region} with their values
   * @return the settings
   * @throws SettingsException naming every problem, if there is any
   */
  public static SpeechSettings of(Map<String, String> values) {
    return StandaloneSettings.read(values);
  }
}
