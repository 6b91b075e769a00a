package org.speechservlet.config;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, besides what the container's own constraints demand.
 *
 * @param allowedOrigins origins besides the page's own that may call the servlet, as a browser
 *     writes them in {@code Origin} (RFC 6454, section 6.2)
 * @param requiredRole the container's role whose users may dictate, or {@link #ANY_LOGIN}; null if
 *     everybody may
 * @param adminRole the container's role whose users may check the installation; null if nobody may
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 */
public record AccessSettings(
    Set<String> allowedOrigins,
    @Nullable String requiredRole,
    @Nullable String adminRole,
    List<AddressRange> trustedProxies) {

  /** Whoever has logged in, in whatever role (Jakarta Servlet, section 13.8). */
  public static final String ANY_LOGIN = "**";

  /** Copies the collections. */
  public AccessSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }
}
