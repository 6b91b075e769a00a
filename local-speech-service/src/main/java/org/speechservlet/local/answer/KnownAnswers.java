package org.speechservlet.local.answer;

import java.time.Duration;

/**
 * The refusals and failures of the Speech API in the two shapes that are known of it: {@code
 * {"error":{"code","message"}}} of the gateway, {@code {"Message"}} of the speech host, and {@code
 * {"statusCode","message"}} of the gateway for a used-up quota. None of the texts needs escaping.
 */
public final class KnownAnswers {

  /** The media type of the gateway's answers. */
  private static final String GATEWAY_JSON = "application/json";

  /** The media type of the speech host's answers. */
  private static final String SPEECH_JSON = "application/json; charset=utf-8";

  /** RFC 9110, section 15.5.2: a 401 has a challenge. */
  private static final String CHALLENGE =
      "AzureApiManagementKey realm=\"local-speech-service\","
          + "name=\"Ocp-Apim-Subscription-Key\",type=\"header\"";

  private KnownAnswers() {}

  /** Language or custom model missing or unknown. */
  public static Answer invalidLanguage() {
    return speechHost(400, "Invalid CID or language");
  }

  /** Audio that is not what the Content-Type says, or broken. */
  public static Answer unsupportedAudio() {
    return speechHost(400, "Unsupported audio format");
  }

  /** A body of no bytes. */
  public static Answer noAudio() {
    return speechHost(400, "No audio data received");
  }

  /** No audio for too long. */
  public static Answer audioTimedOut() {
    return speechHost(408, "No audio data received");
  }

  /**
   * Query parameters that the Speech API does not know the value of; the text is this service's.
   */
  public static Answer badParameter(String message) {
    return speechHost(400, message);
  }

  /** What was recognized. */
  public static Answer recognized(String json) {
    return Answer.chunked(200, SPEECH_JSON, json);
  }

  /** Key or token wrong, or of another region. */
  public static Answer invalidCredential() {
    return unauthorized(
        "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide"
            + " a valid key for an active subscription and use a correct regional API endpoint for"
            + " your resource.");
  }

  /** A token that was good once. */
  public static Answer expiredToken() {
    return unauthorized("Access denied due to an expired token. Request a new one.");
  }

  /** No key and no token. */
  public static Answer missingCredential() {
    return gateway(403, "Access denied due to a missing subscription key or token.");
  }

  /** Too many recognitions at once. */
  public static Answer throttled() {
    return gateway(429, "Too many requests. Try again later.");
  }

  /** The volume of a free resource is used up until this time has passed. */
  public static Answer quotaUsedUp(Duration replenishedIn) {
    return Answer.of(
        403,
        GATEWAY_JSON,
        "{\"statusCode\":403,\"message\":\"Out of call volume quota. Quota will be replenished in"
            + " %d.%02d:%02d:%02d.\"}"
                .formatted(
                    replenishedIn.toDays(),
                    replenishedIn.toHoursPart(),
                    replenishedIn.toMinutesPart(),
                    replenishedIn.toSecondsPart()));
  }

  /** A path that does not exist here. */
  public static Answer notFound() {
    return gateway(404, "Resource not found");
  }

  /** A method other than the one that the path has. */
  public static Answer methodNotAllowed(String allowed) {
    return gateway(405, "Method not allowed; use " + allowed).with("Allow", allowed);
  }

  /** The answer to a request that is no proper HTTP. */
  public static Answer ofHttp(int status) {
    return gateway(status, "The request could not be served");
  }

  /** The usual answer with this status, whatever the reason. */
  public static Answer withStatus(int status) {
    return switch (status) {
      case 400 -> unsupportedAudio();
      case 401 -> invalidCredential();
      case 403 -> gateway(403, "Access denied due to Virtual Network/Firewall rules.");
      case 404 -> notFound();
      case 408 -> audioTimedOut();
      case 429 -> throttled();
      default -> gateway(status, "The service cannot process the request. Try again later.");
    };
  }

  private static Answer unauthorized(String message) {
    return gateway(401, message).with("WWW-Authenticate", CHALLENGE);
  }

  private static Answer gateway(int status, String message) {
    return Answer.of(
        status,
        GATEWAY_JSON,
        "{\"error\":{\"code\":\"" + status + "\",\"message\":\"" + message + "\"}}");
  }

  private static Answer speechHost(int status, String message) {
    return Answer.chunked(status, SPEECH_JSON, "{\"Message\":\"" + message + "\"}");
  }
}
