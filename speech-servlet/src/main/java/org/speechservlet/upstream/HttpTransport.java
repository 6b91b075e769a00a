package org.speechservlet.upstream;

import java.util.concurrent.Future;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The Speech API over HTTP/1.1 with HttpClient's asynchronous client.
 *
 * <p>Redirects are not followed and nothing is retried here: the credential goes to the configured
 * host only, and {@link RetryPolicy} decides about a second request. Cookies are not kept.
 */
final class HttpTransport implements Transport, AutoCloseable {
  /** How long a service that never says 100 (Continue) can delay the audio (RFC 9110, 10.1.1). */
  private static final Timeout WAIT_FOR_CONTINUE = Timeout.ofSeconds(1);

  /** Shorter than the idle limits of common load balancers, so that few reused ones are dead. */
  private static final Timeout IDLE_CONNECTION = Timeout.ofSeconds(30);

  /** Far beyond every time-out of a recognition, which ends its connection itself. */
  private static final Timeout BACKSTOP = Timeout.ofMinutes(10);

  private static final int BUFFER_BYTES = 4 * 1024;

  private final CloseableHttpAsyncClient client;

  HttpTransport(UpstreamOptions options) {
    HttpAsyncClientBuilder builder =
        HttpAsyncClients.custom()
            .setConnectionManager(connections(options))
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(options.ioThreads())
                    .setSelectInterval(TimeValue.ofMilliseconds(250))
                    .setTcpNoDelay(true)
                    .build())
            .setHttp1Config(
                Http1Config.custom()
                    .setBufferSize(BUFFER_BYTES)
                    .setWaitForContinueTimeout(WAIT_FOR_CONTINUE)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setExpectContinueEnabled(true)
                    .setContentCompressionEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setConnectionRequestTimeout(Timeout.of(options.connectTimeout()))
                    .setResponseTimeout(BACKSTOP)
                    .build())
            .setThreadFactory(new DefaultThreadFactory(options.threadName(), true))
            .setUserAgent("speech-servlet")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .disableRequestPriority()
            .useSystemProperties();
    if (options.proxy() != null) {
      builder.setProxy(new HttpHost(options.proxy().getHostString(), options.proxy().getPort()));
    }
    client = builder.build();
    client.start();
  }

  private static AsyncClientConnectionManager connections(UpstreamOptions options) {
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .useSystemProperties()
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnTotal(options.maxConnections())
        .setMaxConnPerRoute(options.maxConnections())
        .setDefaultTlsConfig(
            TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(options.connectTimeout()))
                .setIdleTimeout(IDLE_CONNECTION)
                .build())
        .build();
  }

  @Override
  public Call send(Head head, ReplayBuffer audio, Events events) {
    AudioEntityProducer body = new AudioEntityProducer(head.contentType(), audio, events);
    Future<Answer> answer =
        client.execute(
            new BasicRequestProducer(request(head), body),
            new AnswerConsumer(),
            null,
            null,
            new Reporter(body, events));
    return new Call() {
      @Override
      public void audioAvailable() {
        body.audioAvailable();
      }

      @Override
      public void cancel() {
        body.abandon();
        answer.cancel(true);
      }
    };
  }

  private static HttpRequest request(Head head) {
    BasicHttpRequest request = new BasicHttpRequest(Method.POST, head.uri());
    request.setHeader(HttpHeaders.ACCEPT, "application/json");
    request.setHeader("X-ConnectionId", head.connectionId());
    head.credential().applyTo(request::setHeader);
    return request;
  }

  private record Reporter(AudioEntityProducer body, Events events)
      implements FutureCallback<Answer> {
    @Override
    public void completed(Answer answer) {
      body.abandon();
      events.answered(answer);
    }

    @Override
    public void failed(Exception cause) {
      events.lost(cause);
    }

    @Override
    public void cancelled() {}
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
