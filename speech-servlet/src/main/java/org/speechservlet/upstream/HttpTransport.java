package org.speechservlet.upstream;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.auth.ChallengeType;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultAuthenticationStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Speech API over HTTP/1.1 with HttpClient's asynchronous client.
 *
 * <p>Redirects are not followed and nothing is retried here: the credential goes to the configured
 * host only, and {@link RetryPolicy} decides about a second request. Cookies are not kept.
 */
final class HttpTransport implements Transport, AutoCloseable {
  /** Shorter than the idle limits of common load balancers, so that few reused ones are dead. */
  static final TimeValue MAX_IDLE = TimeValue.ofSeconds(30);

  /** How long a service that never says 100 (Continue) can delay the audio (RFC 9110, 10.1.1). */
  private static final Timeout WAIT_FOR_CONTINUE = Timeout.ofSeconds(1);

  /** How exactly the wait for 100 (Continue) is kept. */
  private static final TimeValue SELECT_INTERVAL = TimeValue.ofMilliseconds(250);

  /** Far beyond every time-out of a recognition, which ends its connection itself. */
  private static final Timeout BACKSTOP = Timeout.ofMinutes(10);

  /** Holds a segment of audio as one chunk (RFC 9112, section 7.1). */
  private static final int BUFFER_BYTES = ReplayBuffer.SEGMENT_BYTES + 64;

  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

  private final PoolingAsyncClientConnectionManager connections;
  private final CloseableHttpAsyncClient client;

  /**
   * Starts exchanges. To look up a host's name blocks, so that neither a caller's thread nor one
   * that serves connections may do it. Starts nothing more once it is shut down.
   */
  private final ExecutorService starter;

  private final DirectOutput directOutput = new DirectOutput();
  private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
  private final TrackedThreads threads;
  private volatile boolean closing;

  HttpTransport(UpstreamOptions options, SSLContext tls) {
    threads = new TrackedThreads(options.threadName());
    starter =
        new ThreadPoolExecutor(
            1, 1, 0, SECONDS, new LinkedBlockingQueue<>(), threads, new DiscardPolicy());
    connections = connections(options, tls);
    client = client(options, connections, threads);
    client.start();
  }

  private static PoolingAsyncClientConnectionManager connections(
      UpstreamOptions options, SSLContext tls) {
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setTlsStrategy(
            ClientTlsStrategyBuilder.create().setSslContext(tls).useSystemProperties().buildAsync())
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnTotal(options.maxConnections())
        .setMaxConnPerRoute(options.maxConnections())
        .setDefaultTlsConfig(
            TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(options.connectTimeout()))
                .setIdleTimeout(MAX_IDLE.toTimeout())
                .build())
        .build();
  }

  private CloseableHttpAsyncClient client(
      UpstreamOptions options,
      PoolingAsyncClientConnectionManager connections,
      ThreadFactory threads) {
    HttpAsyncClientBuilder builder =
        HttpAsyncClientBuilder.create()
            .setConnectionManager(connections)
            .setIOReactorConfig(reactor(options))
            .setHttp1Config(http1())
            .setDefaultRequestConfig(request(options))
            .setThreadFactory(threads)
            .setIoReactorExceptionCallback(this::ioFailed)
            .setIoSessionDecorator(session -> new AnswerFirstSession(session, directOutput))
            .addExecInterceptorBefore(
                ChainElement.MAIN_TRANSPORT.name(), "speech-exchange", HttpTransport::connected)
            .setUserAgent("speech-servlet")
            .setTargetAuthenticationStrategy((type, challenges, context) -> List.of())
            .setProxyAuthenticationStrategy(HttpTransport::proxyAuthentication)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .disableRequestPriority()
            .useSystemProperties();
    if (options.proxy() != null) {
      builder.setProxy(new HttpHost(options.proxy().getHostString(), options.proxy().getPort()));
    }
    return builder.build();
  }

  private static void connected(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    if (scope.clientContext.getAttribute(HttpExchange.ATTRIBUTE) instanceof HttpExchange exchange) {
      exchange.connected(scope.execRuntime);
    }
    chain.proceed(request, body, scope, callback);
  }

  private static IOReactorConfig reactor(UpstreamOptions options) {
    return IOReactorConfig.custom()
        .setIoThreadCount(options.ioThreads())
        .setSelectInterval(SELECT_INTERVAL)
        .setTcpNoDelay(true)
        .build();
  }

  private static Http1Config http1() {
    return Http1Config.custom()
        .setBufferSize(BUFFER_BYTES)
        .setChunkSizeHint(0) // Each chunk is written at once.
        .setWaitForContinueTimeout(WAIT_FOR_CONTINUE)
        .build();
  }

  private static RequestConfig request(UpstreamOptions options) {
    return RequestConfig.custom()
        .setExpectContinueEnabled(true)
        .setProtocolUpgradeEnabled(false)
        .setConnectionRequestTimeout(Timeout.of(options.connectTimeout()))
        .setResponseTimeout(BACKSTOP)
        .build();
  }

  /** A tunnel can be asked for once more with the JVM's credentials for the proxy; audio cannot. */
  private static List<AuthScheme> proxyAuthentication(
      ChallengeType type, Map<String, AuthChallenge> challenges, HttpContext context) {
    HttpRequest request = HttpCoreContext.cast(context).getRequest();
    return Method.CONNECT.isSame(request.getMethod())
        ? DefaultAuthenticationStrategy.INSTANCE.select(type, challenges, context)
        : List.of();
  }

  @Override
  public Call send(Head head, ReplayBuffer.Playback playback, Events events) {
    HttpExchange exchange =
        new HttpExchange(request(head), head.contentType(), playback, events, open, directOutput);
    open.add(exchange);
    starter.execute(() -> exchange.start(client));
    if (closing) {
      exchange.abort();
    }
    return exchange;
  }

  private static HttpRequest request(Head head) {
    BasicHttpRequest request = new BasicHttpRequest(Method.POST, head.uri());
    request.setHeader(HttpHeaders.ACCEPT, "application/json");
    request.setHeader("X-ConnectionId", head.connectionId());
    head.credential()
        .applyTo((name, value) -> request.setHeader(new ConfidentialHeader(name, value)));
    return request;
  }

  /**
   * Closes connections that nobody used for a while; the most recent ones are used first, so that
   * those of a busy hour would stay open.
   */
  void closeIdle() {
    connections.closeIdle(MAX_IDLE);
  }

  /** Connections in use, and open for use. */
  PoolStats connectionStats() {
    return connections.getTotalStats();
  }

  /**
   * Fails what is in flight or waits to start, and returns when the threads have ended, or after
   * some seconds.
   */
  @Override
  public void close() {
    closing = true;
    starter.shutdownNow();
    open.forEach(HttpExchange::abort);
    client.close(CloseMode.IMMEDIATE);
    try {
      threads.awaitEnd(CLOSING_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** While it closes, its threads may stumble over what is closed already. */
  private void ioFailed(Exception failure) {
    if (!closing) {
      LOG.error("A thread that serves connections to the Speech API failed", failure);
    }
  }
}
