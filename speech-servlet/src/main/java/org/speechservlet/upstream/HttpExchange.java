package org.speechservlet.upstream;

import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of {@link HttpTransport}: starts on one thread, can be cut on any other.
 *
 * <p>It is cut by closing its connection, once there is one. HttpClient's future cannot be trusted
 * with that: cancelled while a connection is being made, it forgets the connection.
 */
final class HttpExchange implements Transport.Call {
  /** Where an exchange is found in its context. */
  static final String ATTRIBUTE = HttpExchange.class.getName();

  private final HttpRequest request;
  private final AudioEntityProducer audio;
  private final AnswerConsumer answer;

  private volatile boolean cancelled;
  private volatile @Nullable AsyncExecRuntime connection;

  HttpExchange(HttpRequest request, AudioEntityProducer audio, AnswerConsumer answer) {
    this.request = request;
    this.audio = audio;
    this.answer = answer;
  }

  /** Looks up the host if there is no connection to it yet, which may take its time. */
  void start(HttpAsyncClient client) {
    if (!cancelled) {
      HttpClientContext context = HttpClientContext.create();
      context.setAttribute(ATTRIBUTE, this);
      Future<?> unused =
          client.execute(new BasicRequestProducer(request, audio), answer, null, context, answer);
    }
  }

  /**
   * Told when there is a connection to the service, before the request is written.
   *
   * @throws ConnectionClosedException if the request is not to be written any more
   */
  void connected(AsyncExecRuntime newConnection) throws ConnectionClosedException {
    connection = newConnection;
    if (cancelled) {
      throw new ConnectionClosedException("the recognition was given up");
    }
  }

  @Override
  public void audioAvailable() {
    audio.audioAvailable();
  }

  @Override
  public void cancel() {
    cancelled = true;
    audio.cut();
    AsyncExecRuntime open = connection;
    if (open != null) {
      open.discardEndpoint();
    }
  }
}
