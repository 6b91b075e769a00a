package org.speechservlet.upstream;

import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.jspecify.annotations.Nullable;

/** One exchange of {@link HttpTransport}: starts on one thread, can be cut on any other. */
final class HttpExchange implements Transport.Call {
  private final HttpRequest request;
  private final AudioEntityProducer audio;
  private final AnswerConsumer answer;

  private volatile boolean cancelled;
  private volatile @Nullable Future<Transport.Answer> running;

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
    Future<Transport.Answer> started =
        client.execute(new BasicRequestProducer(request, audio), answer, null, null, answer);
    running = started;
    if (cancelled) {
      started.cancel(true);
    }
  }

  @Override
  public void audioAvailable() {
    audio.audioAvailable();
  }

  @Override
  public void cancel() {
    cancelled = true;
    Future<Transport.Answer> started = running;
    if (started != null) {
      started.cancel(true);
    }
  }
}
