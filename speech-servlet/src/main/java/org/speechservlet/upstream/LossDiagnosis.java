package org.speechservlet.upstream;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.HttpException;
import org.speechservlet.upstream.UpstreamException.Kind;

/** Says why a connection to the Speech API brought no answer. */
final class LossDiagnosis {
  private final String host;

  LossDiagnosis(String host) {
    this.host = host;
  }

  UpstreamException of(Exception cause, Redaction redaction) {
    String text = redaction.quote(text(cause));
    return new UpstreamException(kind(cause), message(cause, text), null, redaction.apply(cause));
  }

  private static String text(Exception cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static Kind kind(Exception cause) {
    if (cause instanceof ConnectionRequestTimeoutException) {
      return Kind.OVERLOADED;
    }
    return cause instanceof SocketTimeoutException ? Kind.TIMEOUT : Kind.FAILED;
  }

  private String message(Exception cause, String text) {
    if (cause instanceof UnknownHostException) {
      return unreachable("a host name is unknown", text);
    }
    if (cause instanceof ConnectTimeoutException) {
      return unreachable("no connection was accepted in time", text);
    }
    if (cause instanceof NoRouteToHostException) {
      return unreachable("no way leads there", text);
    }
    if (cause instanceof ConnectException) {
      return unreachable("no connection was accepted", text);
    }
    if (cause instanceof SSLException) {
      return "TLS with %s failed (%s). If a proxy inspects TLS, add its certificate to the JVM's trust store."
          .formatted(host, text);
    }
    if (cause instanceof ConnectionRequestTimeoutException) {
      return "No free connection to %s: too many recognitions at once. Try again later."
          .formatted(host);
    }
    return lost(cause, text);
  }

  private String lost(Exception cause, String text) {
    if (cause instanceof SocketTimeoutException) {
      return "%s was silent for too long (%s). Try again later.".formatted(host, text);
    }
    if (cause instanceof ContentTooLongException) {
      return "%s sent too much: %s. %s".formatted(host, text, UpstreamDiagnosis.NO_SPEECH_API);
    }
    if (cause instanceof HttpException) {
      return "%s did not answer in HTTP (%s). %s"
          .formatted(host, text, UpstreamDiagnosis.NO_SPEECH_API);
    }
    if (cause instanceof CancellationException) {
      return "The connection to %s was closed by this application, which is being stopped."
          .formatted(host);
    }
    return "The connection to %s was lost before an answer came (%s, %s). Try again."
        .formatted(host, text, cause.getClass().getSimpleName());
  }

  private String unreachable(String why, String text) {
    return ("%s cannot be reached: %s (%s). Check speech.region or speech.recognition-uri, and"
            + " whether a proxy is needed (speech.proxy).")
        .formatted(host, why, text);
  }
}
