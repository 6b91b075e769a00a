package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.AccessSettings;

/** Who may dictate by who has logged in, besides what the container's own constraints demand. */
final class RolePolicy {
  private final @Nullable String requiredRole;

  /**
   * @param requiredRole null if everybody may
   */
  RolePolicy(@Nullable String requiredRole) {
    this.requiredRole = requiredRole;
  }

  /**
   * Returns why somebody may not, or null. Not 401: that demands a challenge (RFC 9110, section
   * 15.5.2), and how one logs in to the application is not known here.
   */
  @Nullable Problem refusal(HttpServletRequest request) {
    if (requiredRole == null) {
      return null;
    }
    if (request.getUserPrincipal() == null) {
      return new Problem(
          403,
          "login-required",
          "Only who has logged in may dictate",
          "Log in to the application, then try again.");
    }
    boolean isPermitted =
        requiredRole.equals(AccessSettings.ANY_LOGIN) || request.isUserInRole(requiredRole);
    return isPermitted
        ? null
        : new Problem(
            403,
            "role-required",
            "This user may not dictate",
            "Who has logged in is not in the role that speech.required-role names.");
  }
}
