package org.speechservlet.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Knows which hosts of the Speech service belong together. */
final class EndpointFamily {
  private EndpointFamily() {}

  /** Returns the host where tokens of an issuer are good; null if the issuer is not known. */
  static @Nullable String expectedRecognitionHost(String tokenHost) {
    for (Cloud cloud : Cloud.values()) {
      if (cloud.isTokenHost(tokenHost)) {
        String region = tokenHost.substring(0, tokenHost.indexOf('.'));
        return cloud.recognitionHost(region.toLowerCase(Locale.ROOT));
      }
      if (cloud.isCustomHost(tokenHost)) {
        return tokenHost.toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  /** Whether a host is one of the Speech service itself, not of a gateway or another server. */
  static boolean isKnown(String host) {
    for (Cloud cloud : Cloud.values()) {
      if (cloud.isTokenHost(host) || cloud.isRecognitionHost(host) || cloud.isCustomHost(host)) {
        return true;
      }
    }
    return false;
  }
}
