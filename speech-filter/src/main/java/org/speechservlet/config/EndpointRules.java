package org.speechservlet.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses that the settings mean, and what is wrong with them. A token is good only at
 * the endpoint family of its issuer, so the two addresses always come as a pair. Confined to one
 * reading of settings.
 */
final class EndpointRules {
  private static final Pattern MODE_IN_PATH =
      Pattern.compile(
          "/speech/recognition/(interactive|conversation|dictation)/", Pattern.CASE_INSENSITIVE);
  private static final Pattern RESERVED_PARAMETER =
      Pattern.compile("(?:^|&)(language|format|profanity)=", Pattern.CASE_INSENSITIVE);

  private final Resolution values;
  private final boolean needsToken;
  private final List<String> problems;

  /**
   * Takes what the rules look at.
   *
   * @param needsToken whether a token is asked for at the token service
   * @param problems takes a sentence for each rule that is broken
   */
  EndpointRules(Resolution values, boolean needsToken, List<String> problems) {
    this.values = values;
    this.needsToken = needsToken;
    this.problems = problems;
  }

  /** Returns the addresses; null if there are none, which is then among the problems. */
  @Nullable Endpoints resolve() {
    boolean isExplicit =
        values.isGiven(KnownSettings.RECOGNITION_URI)
            || (needsToken && values.isGiven(KnownSettings.TOKEN_URI));
    Endpoints endpoints = isExplicit ? explicit() : derived();
    if (endpoints != null && !needsToken) {
      return new Endpoints(null, endpoints.recognitionUri());
    }
    return endpoints;
  }

  /** The mode that is in effect: the one in the path of an explicit URI, else the setting. */
  RecognitionMode mode() {
    URI uri = values.get(KnownSettings.RECOGNITION_URI);
    RecognitionMode inPath = uri == null ? null : modeIn(uri);
    return inPath != null ? inPath : values.getOr(KnownSettings.MODE, RecognitionMode.CONVERSATION);
  }

  private static @Nullable RecognitionMode modeIn(URI uri) {
    Matcher matcher = MODE_IN_PATH.matcher(String.valueOf(uri.getRawPath()));
    return matcher.find()
        ? RecognitionMode.valueOf(matcher.group(1).toUpperCase(Locale.ROOT))
        : null;
  }

  private @Nullable Endpoints explicit() {
    if (needsToken && !values.isGiven(KnownSettings.TOKEN_URI)) {
      problems.add(missingHalf(KnownSettings.RECOGNITION_URI, KnownSettings.TOKEN_URI));
      return null;
    }
    if (!values.isGiven(KnownSettings.RECOGNITION_URI)) {
      problems.add(missingHalf(KnownSettings.TOKEN_URI, KnownSettings.RECOGNITION_URI));
      return null;
    }
    URI recognitionUri = values.get(KnownSettings.RECOGNITION_URI);
    URI tokenUri = needsToken ? values.get(KnownSettings.TOKEN_URI) : null;
    if (recognitionUri == null || (needsToken && tokenUri == null)) {
      return null;
    }
    checkMode(recognitionUri);
    checkQueries(tokenUri, recognitionUri);
    Endpoints endpoints = Endpoints.ofUris(tokenUri, recognitionUri, mode());
    if (tokenUri != null) {
      checkFamilies(tokenUri, recognitionUri);
    }
    return endpoints;
  }

  private String missingHalf(Setting<?> given, Setting<?> missing) {
    return values.show(given)
        + " is given without "
        + missing.name()
        + ": a token is good only at the endpoint that belongs to its issuer, so give both, or"
        + " neither and speech.region or speech.resource-name instead";
  }

  private void checkMode(URI recognitionUri) {
    RecognitionMode inPath = modeIn(recognitionUri);
    RecognitionMode set = values.get(KnownSettings.MODE);
    if (values.isGiven(KnownSettings.MODE) && inPath != null && set != null && inPath != set) {
      problems.add(
          values.show(KnownSettings.MODE)
              + " contradicts the path of "
              + values.show(KnownSettings.RECOGNITION_URI)
              + "; leave speech.mode out, or the path");
    }
  }

  private void checkQueries(@Nullable URI tokenUri, URI recognitionUri) {
    if (tokenUri != null && tokenUri.getRawQuery() != null) {
      problems.add(values.show(KnownSettings.TOKEN_URI) + " must have no query");
    }
    String query = recognitionUri.getRawQuery();
    if (query != null && RESERVED_PARAMETER.matcher(query).find()) {
      problems.add(
          values.show(KnownSettings.RECOGNITION_URI)
              + " must not have language, format or profanity in its query; each request sets"
              + " them, and speech.language and speech.profanity give their defaults");
    }
  }

  private void checkFamilies(URI tokenUri, URI recognitionUri) {
    String expected = EndpointFamily.expectedRecognitionHost(tokenUri.getHost());
    String actual = recognitionUri.getHost();
    if (expected != null && EndpointFamily.isKnown(actual) && !expected.equalsIgnoreCase(actual)) {
      problems.add(
          values.show(KnownSettings.TOKEN_URI)
              + " and "
              + values.show(KnownSettings.RECOGNITION_URI)
              + " do not belong together: a token of that issuer is good at "
              + expected);
    }
  }

  private @Nullable Endpoints derived() {
    boolean hasRegion = values.isGiven(KnownSettings.REGION);
    boolean hasResource = values.isGiven(KnownSettings.RESOURCE_NAME);
    if (hasRegion && hasResource) {
      problems.add(
          values.show(KnownSettings.REGION)
              + " and "
              + values.show(KnownSettings.RESOURCE_NAME)
              + " name different endpoints; leave one of the two out");
      return null;
    }
    if (!hasRegion && !hasResource) {
      problems.add(missingEndpoint());
      return null;
    }
    return hasRegion ? ofRegion() : ofResource();
  }

  private String missingEndpoint() {
    String blank = values.blankPlace(KnownSettings.REGION);
    return "no Speech service is named"
        + (blank == null ? "" : " (" + blank + " is blank)")
        + ": set speech.region (environment variable SPEECH_REGION), or speech.resource-name, or "
        + (needsToken ? "both speech.token-uri and " : "")
        + "speech.recognition-uri";
  }

  private @Nullable Endpoints ofRegion() {
    String region = values.get(KnownSettings.REGION);
    Cloud cloud = values.get(KnownSettings.CLOUD);
    if (region == null || cloud == null) {
      return null;
    }
    for (Cloud other : Cloud.values()) {
      if (other != cloud && other.claims(region)) {
        problems.add(
            values.show(KnownSettings.REGION)
                + " is a region of another cloud; set speech.cloud to "
                + other.settingValue());
      }
    }
    return Endpoints.ofRegion(cloud, region, mode());
  }

  private @Nullable Endpoints ofResource() {
    String resourceName = values.get(KnownSettings.RESOURCE_NAME);
    Cloud cloud = values.get(KnownSettings.CLOUD);
    return resourceName == null || cloud == null
        ? null
        : Endpoints.ofResource(cloud, resourceName, mode());
  }
}
