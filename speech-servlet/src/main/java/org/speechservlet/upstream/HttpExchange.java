package org.speechservlet.upstream;

import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of {@link HttpTransport}: starts on one thread, can be cut on any other.
 *
 * <p>Cancelling HttpClient's future is not enough: while a connection is being made, what the
 * future would cancel may be replaced by what is over already. So the exchange also knows the
 * connection that was leased for it, and its body refuses to go on.
 */
final class HttpExchange implements Transport.Call {
  /** Where an exchange is found in its context. */
  static final String ATTRIBUTE = HttpExchange.class.getName();

  private final HttpRequest request;
  private final AudioEntityProducer audio;
  private final AnswerConsumer answer;

  private volatile boolean cancelled;
  private volatile @Nullable Future<Transport.Answer> running;
  private volatile @Nullable AsyncExecRuntime connection;

  HttpExchange(HttpRequest request, AudioEntityProducer audio, AnswerConsumer answer) {
    this.request = request;
    this.audio = audio;
    this.answer = answer;
  }

  /** Looks up the host if there is no connection to it yet, which may take its time. */
  void start(HttpAsyncClient client) {
    if (cancelled) {
      return;
    }
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(ATTRIBUTE, this);
    running =
        client.execute(new BasicRequestProducer(request, audio), answer, null, context, answer);
    if (cancelled) {
      cut();
    }
  }

  /** Told before a connection is leased. */
  void bind(AsyncExecRuntime runtime) {
    connection = runtime;
  }

  @Override
  public void audioAvailable() {
    audio.audioAvailable();
  }

  @Override
  public void cancel() {
    cancelled = true;
    cut();
  }

  private void cut() {
    audio.cut();
    Future<Transport.Answer> started = running;
    if (started != null) {
      started.cancel(true);
    }
    AsyncExecRuntime leased = connection;
    if (leased != null) {
      leased.discardEndpoint();
    }
  }
}
