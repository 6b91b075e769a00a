package org.speechservlet.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.UpstreamException.Kind;

/**
 * Says in an operator's words why the Speech API gave no transcript, and what to do about it.
 *
 * <p>What others wrote is quoted on one line, without credentials, and not at length.
 */
final class UpstreamDiagnosis {
  static final String NO_SPEECH_API =
      "Check that speech.recognition-uri is a Speech API and not a page or a proxy.";

  private static final String PROXY_CREDENTIALS =
      "The proxy wants a user and a password: let it pass this host without them, or give them to"
          + " the JVM (https.proxyHost, https.proxyPort, https.proxyUser, https.proxyPassword).";

  /** What the Speech API did not do in time. */
  enum Expected {
    AGREEMENT("did not take the request"),
    TAKING("took no audio"),
    ANSWER("gave no answer");

    private final String missing;

    Expected(String missing) {
      this.missing = missing;
    }
  }

  private final String host;
  private final LossDiagnosis losses;

  UpstreamDiagnosis(URI recognitionUri) {
    String authority = String.valueOf(recognitionUri.getRawAuthority());
    this.host = authority.substring(authority.lastIndexOf('@') + 1);
    this.losses = new LossDiagnosis(host);
  }

  /**
   * @param renewed whether the credential was renewed before this answer
   */
  UpstreamException status(
      Transport.Answer answer,
      @Nullable Duration retryAfter,
      boolean renewed,
      Redaction redaction) {
    if (answer.fromProxy()) {
      return tunnelRefused(answer, redaction);
    }
    Kind kind = kind(answer);
    String message =
        "%s answered HTTP %d%s%s"
            .formatted(
                host, answer.status(), quoted(answer, redaction), advice(answer, kind, renewed));
    return new UpstreamException(kind, message, retryAfter, null);
  }

  private static Kind kind(Transport.Answer answer) {
    return switch (answer.status()) {
      case 400 -> badRequest(answer.body().toLowerCase(Locale.ROOT));
      case 401, 403 -> Kind.REFUSED;
      case 429 -> Kind.OVERLOADED;
      default -> Kind.FAILED;
    };
  }

  private static Kind badRequest(String body) {
    if (body.contains("language")) {
      return Kind.UNKNOWN_LANGUAGE;
    }
    return body.contains("audio") ? Kind.UNSUPPORTED_AUDIO : Kind.FAILED;
  }

  private static String advice(Transport.Answer answer, Kind kind, boolean renewed) {
    return switch (answer.status()) {
      case 301, 302, 303, 307, 308 ->
          ". Redirects are not followed, so that the credential stays with the configured host; put"
              + " the final address in speech.recognition-uri.";
      case 400 -> badRequestAdvice(kind);
      case 401, 403 -> refusalAdvice(renewed);
      case 404, 405 -> ". Check the path of speech.recognition-uri, or the region.";
      case 407 -> ". " + PROXY_CREDENTIALS;
      case 408 -> ". The audio came too slowly for the service; try again.";
      case 417 ->
          ". It, or a proxy before it, does not know Expect: 100-continue, by which a refusal comes"
              + " before any audio is sent; let that field pass.";
      case 429 ->
          ". The resource's limit of concurrent requests is reached; raise it, or lower"
              + " speech.max-concurrent.";
      default -> ". The service failed; try again later.";
    };
  }

  private static String badRequestAdvice(Kind kind) {
    return switch (kind) {
      case UNKNOWN_LANGUAGE -> ". The service does not know the language; check speech.languages.";
      case UNSUPPORTED_AUDIO -> ". The service does not take this audio; please report it.";
      default -> ". The service did not understand the request; check speech.recognition-uri.";
    };
  }

  private static String refusalAdvice(boolean renewed) {
    return (renewed
            ? ", also with a renewed credential"
            : ", and the audio that was sent is no longer held to send it with a renewed credential")
        + ". Check that key and region belong together and that the resource's network rules admit"
        + " this server.";
  }

  private UpstreamException tunnelRefused(Transport.Answer answer, Redaction redaction) {
    String advice =
        answer.status() == 407
            ? PROXY_CREDENTIALS
            : "Let the proxy admit this host, or check speech.proxy.";
    return failure(
        "The proxy refused a tunnel to %s with HTTP %d%s. %s"
            .formatted(host, answer.status(), quoted(answer, redaction), advice));
  }

  UpstreamException unintelligible(Transport.Answer answer, Redaction redaction) {
    return failure(
        "%s answered HTTP 200 with %d characters that are no JSON object with a RecognitionStatus%s. %s"
            .formatted(host, answer.body().length(), quoted(answer, redaction), NO_SPEECH_API));
  }

  UpstreamException timeout(Duration limit, Expected expected) {
    String message =
        "%s %s for %s (speech.response-timeout). The service is slow or unreachable; try again later."
            .formatted(host, expected.missing, limit);
    return new UpstreamException(Kind.TIMEOUT, message, null, null);
  }

  UpstreamException loss(Exception cause, Redaction redaction) {
    return losses.of(cause, redaction);
  }

  private static UpstreamException failure(String message) {
    return new UpstreamException(Kind.FAILED, message, null, null);
  }

  private static String quoted(Transport.Answer answer, Redaction redaction) {
    String text = redaction.quote(answer.body());
    return text.isEmpty() ? "" : " (\"" + text + "\")";
  }
}
