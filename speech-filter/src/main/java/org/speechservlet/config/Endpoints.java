package org.speechservlet.config;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two addresses of a Speech service.
 *
 * @param tokenUri null if no token is asked for there
 * @param recognitionUri with its path
 */
record Endpoints(@Nullable URI tokenUri, URI recognitionUri) {
  private static final String TOKEN_PATH = "/sts/v1.0/issueToken";

  static Endpoints ofRegion(Cloud cloud, String region, RecognitionMode mode) {
    return new Endpoints(
        URI.create("https://" + cloud.tokenHost(region) + TOKEN_PATH),
        URI.create("https://" + cloud.recognitionHost(region) + recognitionPath(mode)));
  }

  static Endpoints ofResource(Cloud cloud, String resourceName, RecognitionMode mode) {
    String host = cloud.customHost(resourceName.toLowerCase(Locale.ROOT));
    return new Endpoints(
        URI.create("https://" + host + TOKEN_PATH),
        URI.create("https://" + host + "/stt" + recognitionPath(mode)));
  }

  /** Adds the API's paths where the given URIs have none. */
  static Endpoints ofUris(@Nullable URI tokenUri, URI recognitionUri, RecognitionMode mode) {
    String prefix = isCustomHost(recognitionUri) ? "/stt" : "";
    return new Endpoints(
        tokenUri == null ? null : withPath(tokenUri, TOKEN_PATH),
        withPath(recognitionUri, prefix + recognitionPath(mode)));
  }

  static String recognitionPath(RecognitionMode mode) {
    return "/speech/recognition/" + mode.pathSegment() + "/cognitiveservices/v1";
  }

  private static boolean isCustomHost(URI uri) {
    for (Cloud cloud : Cloud.values()) {
      if (cloud.isCustomHost(uri.getHost())) {
        return true;
      }
    }
    return false;
  }

  private static URI withPath(URI uri, String path) {
    String given = uri.getRawPath();
    if (given != null && !given.isEmpty() && !given.equals("/")) {
      return uri;
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + query);
  }
}
