package org.speechservlet.token;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.speechservlet.config.ProxyAddress;

/**
 * The Speech token service at the other end of a connection; the only class of this package that
 * knows the HTTP client. Each exchange has a client of its own: there is one in several minutes, so
 * that a kept connection would be stale by the next one, and nothing is left open in between.
 *
 * <p>The key goes to the configured host and nowhere else: redirects are not followed. What is sent
 * and received is never logged, not even by the client's own loggers, as it is nothing but secrets.
 */
final class TokenEndpoint implements TokenExchange {
  /** More than any token; an error page may have more, of which nobody needs the rest. */
  static final int MAX_BODY_BYTES = 64 * 1024;

  private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";

  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(16 * 1024)
          .setMaxHeaderCount(100)
          .setMaxEmptyLineCount(10)
          .build();

  private final URI uri;
  private final Way way;

  /**
   * How the service is reached.
   *
   * @param connectTimeout until a connection stands
   * @param answerTimeout the longest silence while an answer is awaited or read
   * @param proxy null if the JVM's proxy settings apply
   * @param tls null if the JVM's default applies
   */
  record Way(
      Duration connectTimeout,
      Duration answerTimeout,
      @Nullable ProxyAddress proxy,
      @Nullable SSLContext tls) {}

  TokenEndpoint(URI uri, Way way) {
    this.uri = uri;
    this.way = way;
  }

  @Override
  public TokenAnswer post(String key, CompletableFuture<?> attempt) throws NoAnswerException {
    if (attempt.isDone()) {
      throw new NoAnswerException(NoAnswerException.Fault.CONNECTION_LOST, "given up before");
    }
    HttpPost post = new HttpPost(uri);
    post.setHeader(KEY_HEADER, key);
    post.setConfig(requestConfig());
    var unused = attempt.whenComplete((result, error) -> post.cancel());
    HttpClientContext context = HttpClientContext.create();
    TokenAnswer answer;
    try (CloseableHttpClient client = client()) {
      answer = client.execute(post, context, response -> read(response, post));
    } catch (IOException e) {
      throw noAnswer(e);
    }
    checkOrigin(answer, context);
    return answer;
  }

  /** A proxy that does not open a tunnel answers in the service's place, without TLS. */
  private void checkOrigin(TokenAnswer answer, HttpClientContext context) throws NoAnswerException {
    if ("https".equalsIgnoreCase(uri.getScheme()) && context.getSSLSession() == null) {
      throw new NoAnswerException(
          answer.status() >= 500
              ? NoAnswerException.Fault.HOST_UNREACHABLE
              : NoAnswerException.Fault.PROXY_REFUSED,
          "the proxy answered HTTP " + answer.status());
    }
  }

  private RequestConfig requestConfig() {
    return RequestConfig.custom()
        .setResponseTimeout(Timeout.of(way.answerTimeout()))
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private CloseableHttpClient client() {
    return HttpClientBuilder.create()
        .setConnectionManager(connections())
        .setRoutePlanner(routePlanner())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent("speech-filter")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .build();
  }

  private BasicHttpClientConnectionManager connections() {
    BasicHttpClientConnectionManager connections =
        BasicHttpClientConnectionManager.create(
            RegistryBuilder.<TlsSocketStrategy>create()
                .register("https", new DefaultClientTlsStrategy(tls()))
                .build(),
            socket -> new SilentConnection(socket));
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(way.connectTimeout()))
            .setSocketTimeout(Timeout.of(way.answerTimeout()))
            .build());
    return connections;
  }

  private SSLContext tls() {
    if (way.tls() != null) {
      return way.tls();
    }
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  private HttpRoutePlanner routePlanner() {
    ProxyAddress proxy = way.proxy();
    return proxy == null
        ? new SystemDefaultRoutePlanner(ProxySelector.getDefault())
        : new DefaultProxyRoutePlanner(new HttpHost(proxy.host(), proxy.port()));
  }

  private static TokenAnswer read(ClassicHttpResponse response, HttpPost post) throws IOException {
    return new TokenAnswer(
        response.getCode(),
        field(response, "Date"),
        field(response, "Retry-After"),
        field(response, "Location"),
        body(response.getEntity(), post));
  }

  private static @Nullable String field(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static String body(@Nullable HttpEntity entity, HttpPost post) throws IOException {
    if (entity == null) {
      return "";
    }
    InputStream content = entity.getContent();
    byte[] bytes = content.readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      // Closing the response would read the rest, however long; the connection is cut instead.
      post.cancel();
      throw new BodyTooLargeException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static NoAnswerException noAnswer(IOException e) {
    return new NoAnswerException(faultOf(e), detailOf(e));
  }

  private static NoAnswerException.Fault faultOf(IOException e) {
    if (e instanceof UnknownHostException) {
      return NoAnswerException.Fault.HOST_NOT_FOUND;
    } else if (e instanceof ConnectTimeoutException) {
      return NoAnswerException.Fault.CONNECT_TIMEOUT;
    } else if (e instanceof SocketTimeoutException) {
      return NoAnswerException.Fault.ANSWER_TIMEOUT;
    } else if (e instanceof NoRouteToHostException) {
      return NoAnswerException.Fault.HOST_UNREACHABLE;
    } else if (e instanceof ConnectException) {
      return NoAnswerException.Fault.CONNECTION_REFUSED;
    } else if (e instanceof SSLException) {
      return NoAnswerException.Fault.TLS_FAILED;
    } else if (e instanceof BodyTooLargeException || e instanceof MessageConstraintException) {
      return NoAnswerException.Fault.TOO_LARGE;
    } else if (e instanceof ClientProtocolException) {
      return NoAnswerException.Fault.NOT_HTTP;
    }
    return NoAnswerException.Fault.CONNECTION_LOST;
  }

  private static String detailOf(IOException e) {
    Throwable told =
        e instanceof ClientProtocolException && e.getCause() != null ? e.getCause() : e;
    return Objects.requireNonNullElse(told.getMessage(), "");
  }

  /** Says that a body goes on beyond its bound. */
  private static final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
      super("more than " + MAX_BODY_BYTES + " bytes");
    }
  }

  /** A connection without the client's header and wire logs, which would show key and token. */
  private static final class SilentConnection extends DefaultManagedHttpClientConnection {

    SilentConnection(@Nullable Socket socket) throws IOException {
      super("speech-token", null, null, LIMITS, null, null, null, null, null);
      if (socket != null) {
        bind(new SocketHolder(socket));
      }
    }

    @Override
    public void bind(Socket socket) throws IOException {
      bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
      bind(new SocketHolder(sslSocket, socket));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
  }
}
