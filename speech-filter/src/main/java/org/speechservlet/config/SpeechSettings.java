package org.speechservlet.config;

import java.util.Map;
import java.util.Objects;

/**
 * All settings of one web application, checked and with their defaults filled in. Immutable.
 *
 * @param auth how the application proves itself
 * @param recognition what is asked of the recognition service
 * @param limits how much may be taken
 * @param connection how long the network may take
 * @param userLimits how much one user may take
 * @param access who may do what
 * @param uploadRoute what the names of this node's upload resources begin with, so that a load
 *     balancer tells the node by the path; empty if there is no need
 * @param auditLog whether each recognition is told to the log for auditors
 */
public record SpeechSettings(
    AuthSettings auth,
    RecognitionSettings recognition,
    LimitSettings limits,
    ConnectionSettings connection,
    UserLimitSettings userLimits,
    AccessSettings access,
    String uploadRoute,
    boolean auditLog) {

  /** Checks that what may not be null is not. */
  public SpeechSettings {
    Objects.requireNonNull(auth, "auth");
    Objects.requireNonNull(recognition, "recognition");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(userLimits, "userLimits");
    Objects.requireNonNull(access, "access");
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
