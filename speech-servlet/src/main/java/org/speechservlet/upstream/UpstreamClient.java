package org.speechservlet.upstream;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * The way to the Speech API's recognition for one web application.
 *
 * <p>Thread-safe. Holds connections and a few threads until it is closed; recognitions still in
 * flight then fail.
 */
public final class UpstreamClient implements AutoCloseable {
  private static final Duration MAX_IDLE = HttpTransport.MAX_IDLE.toDuration();

  private final HttpTransport transport;
  private final Upstream upstream;
  private Timers.Scheduled cleaning;
  private boolean closed;

  /** Opens no connection yet. */
  public UpstreamClient(
      UpstreamOptions options, Timers timers, Clock clock, RandomGenerator random) {
    this(options, SSLContexts.createSystemDefault(), timers, clock, random);
  }

  /**
   * @param tls whom to trust
   */
  UpstreamClient(
      UpstreamOptions options, SSLContext tls, Timers timers, Clock clock, RandomGenerator random) {
    this.transport = new HttpTransport(options, tls);
    this.upstream =
        new Upstream(
            transport,
            new ReplayBudget(options.maxTotalReplayBytes()),
            options.maxReplayBytes(),
            options.responseTimeout(),
            timers,
            clock,
            random,
            new UpstreamDiagnosis(options.recognitionUri()));
    this.cleaning = timers.schedule(MAX_IDLE, this::clean);
  }

  private synchronized void clean() {
    if (!closed) {
      transport.closeIdle();
      cleaning = upstream.timers().schedule(MAX_IDLE, this::clean);
    }
  }

  /**
   * Prepares a recognition; {@link Recognition#start()} starts it.
   *
   * @param executor runs one task at a time; the recognition and its listener are confined to it
   */
  public Recognition recognition(
      RecognitionRequest request,
      CredentialSource credentials,
      Executor executor,
      Recognition.Listener listener) {
    return new Recognition(request, upstream, credentials, executor, listener);
  }

  /** Connections that are in use now, open for the next one, and waited for. */
  public ConnectionCounts connections() {
    PoolStats stats = transport.connectionStats();
    return new ConnectionCounts(stats.getLeased(), stats.getAvailable(), stats.getPending());
  }

  /** Bytes that recognitions keep now to send them again. */
  public long replayBytes() {
    return upstream.replayBudget().usedBytes();
  }

  @Override
  public void close() {
    stopCleaning();
    transport.close();
  }

  private synchronized void stopCleaning() {
    closed = true;
    cleaning.cancel();
  }
}
