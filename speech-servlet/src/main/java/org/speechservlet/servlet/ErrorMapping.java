package org.speechservlet.servlet;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.speechservlet.audio.AudioException;
import org.speechservlet.token.TokenUnavailableException;
import org.speechservlet.upstream.UpstreamException;

/**
 * Which problem the browser is told for which failure: the only place where that is decided.
 *
 * <p>What the operator needs to know of an upstream failure goes to the log and not in here.
 */
final class ErrorMapping {
  private static final String SEE_LOG =
      "The application's operator finds the reason in the log under this request's id.";

  private ErrorMapping() {}

  static Problem of(AudioException failure) {
    String detail = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case MALFORMED -> {
        Problem problem = new Problem(400, "malformed-audio", "The audio is broken", detail);
        yield failure.offsetBytes().isPresent()
            ? problem.withMember("offset", failure.offsetBytes().getAsLong())
            : problem;
      }
      case UNSUPPORTED ->
          new Problem(415, "unsupported-audio", "This audio is not supported", detail);
      case TOO_LONG -> {
        Problem problem = new Problem(413, "audio-too-long", "The audio is too long", detail);
        yield failure.limit().isPresent()
            ? problem.withMember("limit", failure.limit().get().toSeconds())
            : problem;
      }
    };
  }

  static Problem of(UpstreamException failure) {
    return switch (failure.kind()) {
      case REFUSED ->
          new Problem(
              502,
              "upstream-refused",
              "The Speech service refused the application",
              "The Speech service does not accept this application's credential. " + SEE_LOG);
      case UNKNOWN_LANGUAGE ->
          new Problem(
              400,
              "invalid-parameter",
              "A parameter is not valid",
              "The Speech service does not know this language.");
      case UNSUPPORTED_AUDIO ->
          new Problem(
              415,
              "unsupported-audio",
              "This audio is not supported",
              "The Speech service does not take this audio. " + SEE_LOG);
      case OVERLOADED -> overloaded("The Speech service has too much to do.", failure.retryAfter());
      case TIMEOUT ->
          new Problem(
              504,
              "upstream-timeout",
              "The Speech service gave no answer in time",
              "The Speech service gave no answer in time; try again.");
      case FAILED ->
          new Problem(
              502,
              "upstream-failed",
              "The Speech service failed",
              "The Speech service could not recognize this. " + SEE_LOG);
    };
  }

  /** A source of tokens that fails in a way of its own counts as one that is out of service. */
  static Problem unauthorized(Throwable reason) {
    Duration retryAfter =
        unwrap(reason) instanceof TokenUnavailableException unavailable
            ? unavailable.retryAfter()
            : Duration.ofSeconds(10);
    return new Problem(
            503,
            "token-unavailable",
            "The Speech service cannot be used now",
            "The application has no valid authorization for the Speech service. " + SEE_LOG)
        .withHeader("Retry-After", seconds(retryAfter));
  }

  /** What a stage failed with, without the wrapping that its dependents add. */
  static Throwable unwrap(Throwable reason) {
    Throwable cause = reason.getCause();
    return reason instanceof CompletionException && cause != null ? cause : reason;
  }

  static Problem overloaded(String what, @Nullable Duration retryAfter) {
    return new Problem(503, "overloaded", "Too much to do", what + " Try again in a moment.")
        .withHeader(
            "Retry-After", seconds(retryAfter == null ? Duration.ofSeconds(1) : retryAfter));
  }

  static Problem invalidParameter(InvalidParameterException failure) {
    return new Problem(
        400, "invalid-parameter", "A parameter is not valid", String.valueOf(failure.getMessage()));
  }

  static Problem tooLarge(long limitBytes) {
    return new Problem(
            413,
            "audio-too-large",
            "The upload is too large",
            "The upload is larger than " + limitBytes + " bytes; send less audio at a time.")
        .withMember("limit", limitBytes);
  }

  static Problem noBody(long announcedBytes) {
    return new Problem(
        400,
        "malformed-audio",
        "The audio is broken",
        "The upload announced " + announcedBytes + " bytes, and none arrived.");
  }

  static Problem incomplete() {
    return new Problem(
        400,
        "incomplete-upload",
        "The upload ended early",
        "The upload broke off before its end. Send it again.");
  }

  static Problem stalled(String what) {
    return new Problem(408, "upload-stalled", "The upload stalled", what);
  }

  static Problem crossSite() {
    return new Problem(
        403,
        "cross-site",
        "Requests from other sites are refused",
        "This request comes from a page of another site. Its origin must be listed in"
            + " speech.allowed-origins to be served.");
  }

  static Problem notFound() {
    return new Problem(
        404, "about:blank", "Not Found", "There is nothing at this address; POST to 'recognize'.");
  }

  static Problem methodNotAllowed(String allowed) {
    return new Problem(405, "about:blank", "Method Not Allowed", "Allowed here: " + allowed + ".")
        .withHeader("Allow", allowed);
  }

  static Problem internal() {
    return new Problem(500, "about:blank", "Internal Server Error", SEE_LOG);
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
  }
}
