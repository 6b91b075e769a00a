package org.speechservlet.token;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells from an answer that is not a token, or from its absence, the likely cause and the remedy.
 * Pure.
 */
final class Diagnosis {
  private static final String WAIT_AND_SEE = "Nothing needs to be done unless it lasts.";
  private static final String CHECK_ADDRESS =
      "Check speech.region and speech.cloud, speech.resource-name, or speech.token-uri.";

  private final String host;

  /**
   * Diagnoses answers of one token service.
   *
   * @param host its host, and its port if that is not the usual one
   */
  Diagnosis(String host) {
    this.host = host;
  }

  /**
   * Diagnoses an answer that brought no token.
   *
   * @param retryAfter the time in its {@code Retry-After}; null if there is none
   */
  TokenFailure of(TokenAnswer answer, @Nullable Duration retryAfter) {
    ErrorBody body = ErrorBody.of(answer.body());
    return of(answer, body).retryAfter(retryAfter);
  }

  private TokenFailure of(TokenAnswer answer, ErrorBody body) {
    int status = answer.status();
    if (body.isPage() && status != 429 && status < 500) {
      return page(status, body);
    }
    return switch (status) {
      case 400 -> badRequest(body);
      case 401 -> wrongKey(body);
      case 403 -> forbidden(body);
      case 407 -> proxyWantsCredentials();
      case 408, 425 -> serviceInTrouble(status, body);
      case 429 -> throttled(body);
      default -> ofClass(answer, body);
    };
  }

  private TokenFailure ofClass(TokenAnswer answer, ErrorBody body) {
    return switch (answer.status() / 100) {
      case 2 -> notAToken(answer.status(), body);
      case 3 -> redirect(answer);
      case 4 -> noService(answer.status(), body);
      default -> serviceInTrouble(answer.status(), body);
    };
  }

  private TokenFailure page(int status, ErrorBody body) {
    String cause =
        "A web page came instead of an answer of the token service, as a proxy or a sign-in page"
            + " of the network sends it."
            + body.sentence();
    String remedy = "Let this server reach " + host + " directly, or set speech.proxy.";
    return status < 300
        ? TokenFailure.passing(event(status), cause, remedy)
        : TokenFailure.permanent(event(status), cause, remedy);
  }

  private TokenFailure badRequest(ErrorBody body) {
    if (namesNetworkRule(body)) {
      return networkRule(400, body);
    }
    return TokenFailure.permanent(
        event(400),
        host
            + " found the request wrong, as it does behind a private endpoint or a network rule,"
            + " where no token is issued."
            + body.sentence(),
        "With a private endpoint set speech.auth=key and speech.resource-name; otherwise check"
            + " speech.token-uri.");
  }

  private TokenFailure wrongKey(ErrorBody body) {
    return TokenFailure.permanent(
        event(401),
        host
            + " refused the key: it is wrong, or it belongs to another region or resource, which"
            + " is answered alike."
            + body.sentence(),
        "Compare speech.key and speech.region with the page \"Keys and Endpoint\" of the Speech"
            + " resource in the Azure portal.");
  }

  private TokenFailure forbidden(ErrorBody body) {
    if (body.mentions("authenticationtypedisabled", "authentication is disabled")) {
      return keysDisabled(body);
    }
    if (body.mentions("quota")) {
      return quotaUsedUp(body);
    }
    if (namesNetworkRule(body)) {
      return networkRule(403, body);
    }
    return TokenFailure.permanent(
        event(403),
        host
            + " forbids the request: the key is disabled, the quota is used up, or a network rule"
            + " shuts this server out."
            + body.sentence(),
        "Look at the keys, the pricing tier and the page \"Networking\" of the Speech resource in"
            + " the Azure portal; with a private endpoint set speech.auth=key.");
  }

  private static TokenFailure keysDisabled(ErrorBody body) {
    return TokenFailure.permanent(
        event(403),
        "The use of keys is switched off for this resource (disableLocalAuth)." + body.sentence(),
        "Switch it on, or give a TokenSource that gets tokens of Microsoft Entra ID.");
  }

  private static TokenFailure quotaUsedUp(ErrorBody body) {
    return TokenFailure.permanent(
        event(403),
        "The quota of the resource is used up." + body.sentence(),
        "Wait until it is replenished, or raise the pricing tier of the resource.");
  }

  private static boolean namesNetworkRule(ErrorBody body) {
    return body.mentions("virtual network", "firewall", "private endpoint", "public access");
  }

  private TokenFailure networkRule(int status, ErrorBody body) {
    return TokenFailure.permanent(
        event(status),
        "A network rule of the resource shuts this server out of " + host + "." + body.sentence(),
        "Admit its address on the page \"Networking\" of the resource in the Azure portal; with a"
            + " private endpoint set speech.auth=key and speech.resource-name.");
  }

  private TokenFailure proxyWantsCredentials() {
    return TokenFailure.permanent(
        event(407),
        "The proxy on the way to " + host + " wants credentials, which are not supported.",
        "Let the proxy admit this server to " + host + " without credentials.");
  }

  private TokenFailure throttled(ErrorBody body) {
    return TokenFailure.passing(
        event(429),
        host
            + " limits the requests for tokens: many servers share the key, or refused requests"
            + " were repeated often."
            + body.sentence(),
        WAIT_AND_SEE);
  }

  private TokenFailure serviceInTrouble(int status, ErrorBody body) {
    String where = body.isPage() ? "A proxy in front of " + host + ", or " + host : host;
    return TokenFailure.passing(
        event(status), where + " has trouble of its own." + body.sentence(), WAIT_AND_SEE);
  }

  private TokenFailure notAToken(int status, ErrorBody body) {
    return TokenFailure.passing(
        event(status) + " without a token",
        "What "
            + host
            + " sent is not a token: it is empty, too long, or has characters that no token has."
            + body.sentence(),
        CHECK_ADDRESS);
  }

  private TokenFailure redirect(TokenAnswer answer) {
    return TokenFailure.permanent(
        event(answer.status()),
        host
            + " sends the request on to "
            + hostOf(answer.location())
            + ". It is not followed, as the key goes to the configured host only.",
        "Set speech.token-uri to the address of the service itself; a sign-in page of the network"
            + " has to be passed by other means.");
  }

  private static String hostOf(@Nullable String location) {
    try {
      String host = location == null ? null : new URI(location).getHost();
      return host == null ? "another address" : Quote.of(host);
    } catch (java.net.URISyntaxException e) {
      return "another address";
    }
  }

  private TokenFailure noService(int status, ErrorBody body) {
    return TokenFailure.permanent(
        event(status),
        "There is no token service at " + host + "." + body.sentence(),
        CHECK_ADDRESS);
  }

  private static String event(int status) {
    return "HTTP " + status;
  }

  /** Diagnoses an exchange without an answer. */
  TokenFailure of(NoAnswerException e) {
    String quote = Quote.of(e.detail());
    String detail = quote.isEmpty() ? "" : " The network says: " + quote + ".";
    return switch (e.fault()) {
      case HOST_NOT_FOUND ->
          TokenFailure.passing(
              "host not found",
              "The name " + host + ", or that of the proxy, cannot be resolved." + detail,
              CHECK_ADDRESS + " If names are resolved by a proxy only, set speech.proxy.");
      case CONNECTION_REFUSED ->
          TokenFailure.passing(
              "connection refused",
              "Nothing listens at " + host + ", or at the proxy." + detail,
              CHECK_ADDRESS + " Check speech.proxy, or the proxy properties of the JVM.");
      case HOST_UNREACHABLE, CONNECT_TIMEOUT ->
          TokenFailure.passing(
              "no connection",
              "No connection to "
                  + host
                  + " came about: a firewall blocks it, or only a proxy"
                  + " leads there."
                  + detail,
              "Let this server reach " + host + ", or set speech.proxy.");
      case ANSWER_TIMEOUT ->
          TokenFailure.passing(
              "no answer",
              host + " took the request, but did not answer in time." + detail,
              WAIT_AND_SEE);
      case TLS_FAILED ->
          TokenFailure.passing(
              "TLS failure",
              "The certificate of "
                  + host
                  + " is not trusted, has another name or has expired, or"
                  + " no common version of TLS was found."
                  + detail,
              "If a proxy inspects TLS, put its certificate into the trust store of the JVM"
                  + " (javax.net.ssl.trustStore); otherwise check the address and this server's clock.");
      case CONNECTION_LOST ->
          TokenFailure.passing(
              "connection lost",
              "The connection to " + host + " ended before the answer was complete." + detail,
              WAIT_AND_SEE);
      case PROXY_REFUSED ->
          TokenFailure.permanent(
              "proxy refused",
              "The proxy does not lead to " + host + "." + detail,
              "Let the proxy admit this server to " + host + " without credentials.");
      case NOT_HTTP ->
          TokenFailure.passing(
              "no HTTP", "What " + host + " sent is not HTTP." + detail, CHECK_ADDRESS);
      case TOO_LARGE ->
          TokenFailure.passing(
              "answer too large", host + " sent more than a token can be." + detail, CHECK_ADDRESS);
    };
  }

  static TokenFailure noAnswer(Duration limit, String origin) {
    return TokenFailure.passing(
        "no answer within " + RenewalLog.seconds(limit),
        "The request to " + origin + " was given up.",
        WAIT_AND_SEE + " If it does, see whether a firewall or a name server holds it up.");
  }

  static TokenFailure earlierAttemptHangs(String origin) {
    return TokenFailure.passing(
        "an earlier attempt hangs",
        "An attempt that was given up still occupies the thread that asks " + origin + ".",
        WAIT_AND_SEE
            + " If it does, the name server does not answer, or a TokenSource blocks: a thread dump"
            + " shows the thread \"speech-token-io\".");
  }

  static TokenFailure cameTooLate(Duration age, String origin) {
    return TokenFailure.passing(
        "token already over",
        "The token from "
            + origin
            + " came "
            + RenewalLog.seconds(age)
            + " after it was asked for, and its life is over by then.",
        "See to it that its tokens live longer.");
  }

  static TokenFailure unexpected(@Nullable Throwable error, String origin) {
    if (error instanceof LinkageError linkage) {
      return missingClass(linkage);
    }
    return TokenFailure.passing(
        "unexpected " + (error == null ? "end" : error.getClass().getSimpleName()),
        "The attempt to get a token from " + origin + " broke off.",
        WAIT_AND_SEE);
  }

  /** Such a message holds the name of a class or a method, and nothing that is secret. */
  private static TokenFailure missingClass(LinkageError error) {
    return TokenFailure.passing(
        "class not usable",
        "%s: %s.".formatted(error.getClass().getSimpleName(), error.getMessage()),
        "See to it that the JARs in WEB-INF/lib belong together, or use the one drop-in JAR, and"
            + " that the server lets the application see the JDK's module jdk.net.");
  }
}
