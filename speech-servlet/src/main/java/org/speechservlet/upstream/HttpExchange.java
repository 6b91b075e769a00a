package org.speechservlet.upstream;

import java.util.Set;
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
 * with that: cancelled while a connection is being made, it forgets the connection. Nor does a
 * client that is closed tell what was under way: so those who wait are listed.
 */
final class HttpExchange implements Transport.Call, Transport.Events {
  /** Where an exchange is found in its context. */
  static final String ATTRIBUTE = HttpExchange.class.getName();

  private final HttpRequest request;
  private final Transport.Events owner;
  private final Set<HttpExchange> open;
  private final AudioEntityProducer audio;
  private final AnswerConsumer answer;

  private volatile boolean cancelled;
  private volatile @Nullable AsyncExecRuntime connection;

  /**
   * @param owner told what happens
   * @param open the exchanges that are not over: this one removes itself
   */
  HttpExchange(
      HttpRequest request,
      String contentType,
      ReplayBuffer.Playback playback,
      Transport.Events owner,
      Set<HttpExchange> open,
      DirectOutput directOutput) {
    this.request = request;
    this.owner = owner;
    this.open = open;
    this.audio = new AudioEntityProducer(contentType, playback, this, directOutput);
    this.answer = new AnswerConsumer(audio, this);
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

  /** Ends it, and tells its owner that there will be no answer. */
  void abort() {
    answer.cancelled();
    cancel();
  }

  @Override
  public void audioAvailable() {
    audio.audioAvailable();
  }

  @Override
  public void cancel() {
    cancelled = true;
    open.remove(this);
    audio.cut();
    AsyncExecRuntime connected = connection;
    if (connected != null) {
      connected.discardEndpoint();
    }
  }

  @Override
  public void agreed() {
    owner.agreed();
  }

  @Override
  public void sent() {
    owner.sent();
  }

  @Override
  public void answered(Transport.Answer complete) {
    open.remove(this);
    owner.answered(complete);
  }

  @Override
  public void lost(Exception cause) {
    open.remove(this);
    owner.lost(cause);
  }
}
