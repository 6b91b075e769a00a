package org.speechservlet.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of the separate Azure clouds ({@code speech.cloud}) with the domains of its Speech service,
 * as the service's page on sovereign clouds lists them.
 */
enum Cloud {
  PUBLIC(
      "api.cognitive.microsoft.com",
      "stt.speech.microsoft.com",
      "cognitiveservices.azure.com",
      "(?!)"),
  US_GOVERNMENT(
      "api.cognitive.microsoft.us",
      "stt.speech.azure.us",
      "cognitiveservices.azure.us",
      "us(gov|dod).*"),
  CHINA("api.cognitive.azure.cn", "stt.speech.azure.cn", "cognitiveservices.azure.cn", "china.*");

  private final String tokenDomain;
  private final String recognitionDomain;
  private final String customDomain;
  private final Pattern ownRegions;

  Cloud(String tokenDomain, String recognitionDomain, String customDomain, String ownRegions) {
    this.tokenDomain = tokenDomain;
    this.recognitionDomain = recognitionDomain;
    this.customDomain = customDomain;
    this.ownRegions = Pattern.compile(ownRegions);
  }

  String tokenHost(String region) {
    return region + "." + tokenDomain;
  }

  String recognitionHost(String region) {
    return region + "." + recognitionDomain;
  }

  String customHost(String resourceName) {
    return resourceName + "." + customDomain;
  }

  /** Whether a region's name says that it belongs to this cloud. */
  boolean claims(String region) {
    return ownRegions.matcher(region).matches();
  }

  String settingValue() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isTokenHost(String host) {
    return isBelow(host, tokenDomain);
  }

  boolean isRecognitionHost(String host) {
    return isBelow(host, recognitionDomain);
  }

  boolean isCustomHost(String host) {
    return isBelow(host, customDomain);
  }

  private static boolean isBelow(String host, String domain) {
    return host.toLowerCase(Locale.ROOT).endsWith("." + domain);
  }
}
