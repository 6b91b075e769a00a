package org.speechservlet.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Collects the Speech API's answer, up to {@link Transport#MAX_ANSWER_BYTES}, and tells how the
 * exchange ended: once.
 *
 * <p>An answer that comes while the audio is under way ends its connection: what a service does
 * with the rest of a body that it has answered is not known. Any other answer is told when the
 * connection is free again.
 */
final class AnswerConsumer
    implements AsyncResponseConsumer<Transport.Answer>, FutureCallback<Transport.Answer> {
  private final AudioEntityProducer audio;
  private final Transport.Events events;
  private final AtomicBoolean told = new AtomicBoolean();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);

  private int status;
  private @Nullable String retryAfter;
  private boolean fromProxy;
  private volatile Transport.@Nullable Answer answer;

  AnswerConsumer(AudioEntityProducer audio, Transport.Events events) {
    this.audio = audio;
    this.events = events;
  }

  @Override
  public void consumeResponse(
      HttpResponse head,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<Transport.Answer> resultCallback)
      throws IOException {
    Header wait = head.getFirstHeader(HttpHeaders.RETRY_AFTER);
    status = head.getCode();
    retryAfter = wait == null ? null : wait.getValue();
    fromProxy = isTunnelRefused(context);
    if (entity == null) {
      answered();
    }
  }

  private static boolean isTunnelRefused(HttpContext context) {
    HttpRequest request = HttpCoreContext.cast(context).getRequest();
    return request != null && Method.CONNECT.isSame(request.getMethod());
  }

  @Override
  public void informationResponse(HttpResponse head, HttpContext context) {}

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(Transport.MAX_ANSWER_BYTES);
  }

  @Override
  public void consume(ByteBuffer source) throws IOException {
    if (body.size() + source.remaining() > Transport.MAX_ANSWER_BYTES) {
      throw new ContentTooLongException(
          "the answer is longer than %d bytes", Transport.MAX_ANSWER_BYTES);
    }
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    body.writeBytes(bytes);
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
    answered();
  }

  private void answered() throws IOException {
    Transport.Answer complete =
        new Transport.Answer(status, body.toString(StandardCharsets.UTF_8), retryAfter, fromProxy);
    answer = complete;
    if (!isConnectionFree()) {
      tell(complete);
      throw new ConnectionClosedException("answered while the audio was under way");
    }
  }

  /** HttpClient itself ends the body of a request whose head was answered with an error. */
  private boolean isConnectionFree() {
    return audio.isEnded() || (!audio.isBegun() && status >= 400);
  }

  private void tell(Transport.Answer complete) {
    if (told.compareAndSet(false, true)) {
      events.answered(complete);
    }
  }

  /** The exchange is over, and its connection is back in the pool or closed. */
  @Override
  public void releaseResources() {
    Transport.Answer complete = answer;
    if (complete != null) {
      tell(complete);
    }
  }

  @Override
  public void failed(Exception cause) {
    if (told.compareAndSet(false, true)) {
      events.lost(cause);
    }
  }

  @Override
  public void cancelled() {
    failed(new CancellationException("the exchange was cancelled"));
  }

  @Override
  public void completed(Transport.Answer result) {}
}
