package org.speechservlet.upstream;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.speechservlet.upstream.UpstreamException.Kind;

/** Says in an operator's words why the Speech API gave no transcript, and what to do about it. */
final class UpstreamDiagnosis {
  private static final int QUOTED_CHARS = 300;

  private final String host;

  UpstreamDiagnosis(URI recognitionUri) {
    this.host = recognitionUri.getAuthority();
  }

  UpstreamException status(
      Transport.Answer answer, @Nullable Duration retryAfter, Redaction redaction) {
    String happened = host + " answered HTTP " + answer.status() + quoted(answer, redaction);
    if (answer.fromProxy()) {
      return failure(
          Kind.FAILED,
          "The proxy before "
              + host
              + " answered HTTP "
              + answer.status()
              + " to CONNECT. Check speech.proxy, or the JVM's proxy properties and credentials.");
    }
    return switch (answer.status()) {
      case 401, 403 ->
          failure(
              Kind.REFUSED,
              happened
                  + ", also with a renewed credential. Check that key and region belong together"
                  + " and that the resource's network rules admit this server.");
      case 400 -> badRequest(answer, happened);
      case 429 ->
          new UpstreamException(
              Kind.OVERLOADED,
              happened
                  + ". The resource's limit of concurrent requests is reached; raise it, or lower"
                  + " speech.max-concurrent.",
              retryAfter,
              null);
      case 301, 302, 303, 307, 308 ->
          failure(
              Kind.FAILED,
              happened
                  + ". Redirects are not followed, so that the credential stays with the"
                  + " configured host; put the final address in speech.recognition-uri.");
      case 404, 405 ->
          failure(
              Kind.FAILED, happened + ". Check the path of speech.recognition-uri, or the region.");
      default -> failure(Kind.FAILED, happened + ". The service failed; try again later.");
    };
  }

  private UpstreamException badRequest(Transport.Answer answer, String happened) {
    String body = answer.body().toLowerCase(Locale.ROOT);
    if (body.contains("language")) {
      return failure(Kind.UNKNOWN_LANGUAGE, happened + ". The language is unknown to the service.");
    }
    if (body.contains("audio")) {
      return failure(Kind.UNSUPPORTED_AUDIO, happened + ". The service does not take this audio.");
    }
    return failure(Kind.FAILED, happened + ". The service did not understand the request.");
  }

  UpstreamException unintelligible(Transport.Answer answer, Redaction redaction) {
    return failure(
        Kind.FAILED,
        host
            + " answered HTTP 200 with "
            + answer.body().length()
            + " characters that are no JSON object with a RecognitionStatus"
            + quoted(answer, redaction)
            + ". Check that speech.recognition-uri is a Speech API and not a page or a proxy.");
  }

  UpstreamException timeout(Duration limit, boolean audioSent) {
    String phase = audioSent ? "gave no answer" : "took no audio";
    return failure(
        Kind.TIMEOUT,
        host
            + " "
            + phase
            + " for "
            + limit
            + " (speech.response-timeout). The service is slow or unreachable; try again later.");
  }

  UpstreamException loss(Exception cause, Redaction redaction) {
    if (cause instanceof ConnectTimeoutException) {
      return failure(Kind.TIMEOUT, unreachable("did not accept a connection in time"), cause);
    }
    if (cause instanceof SocketTimeoutException) {
      return failure(Kind.TIMEOUT, host + " was silent for too long. Try again later.", cause);
    }
    if (cause instanceof ConnectionRequestTimeoutException) {
      return failure(
          Kind.OVERLOADED,
          "No free connection to " + host + ": too many recognitions at once. Try again later.",
          cause);
    }
    if (cause instanceof UnknownHostException) {
      return failure(Kind.FAILED, unreachable("is an unknown host name"), cause);
    }
    if (cause instanceof ConnectException) {
      return failure(Kind.FAILED, unreachable("refused the connection"), cause);
    }
    if (cause instanceof SSLException) {
      return failure(
          Kind.FAILED,
          "TLS with "
              + host
              + " failed ("
              + cause.getMessage()
              + "). If a proxy inspects TLS, add its certificate to the JVM's trust store.",
          cause);
    }
    return failure(
        Kind.FAILED,
        "The connection to "
            + host
            + " was lost before an answer came ("
            + redaction.apply(cause.toString())
            + ").",
        redaction.apply((Throwable) cause));
  }

  private String unreachable(String what) {
    return host
        + " "
        + what
        + ". Check speech.region or speech.recognition-uri, and whether a proxy is needed"
        + " (speech.proxy).";
  }

  private static UpstreamException failure(Kind kind, String message) {
    return failure(kind, message, null);
  }

  private static UpstreamException failure(Kind kind, String message, @Nullable Throwable cause) {
    return new UpstreamException(kind, message, cause);
  }

  private static String quoted(Transport.Answer answer, Redaction redaction) {
    String text = redaction.apply(answer.body()).replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.isEmpty()) {
      return "";
    }
    String shown = text.length() <= QUOTED_CHARS ? text : text.substring(0, QUOTED_CHARS) + "…";
    return " (\"" + shown + "\")";
  }
}
