package org.speechservlet.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Collects the Speech API's answer, up to {@link Transport#MAX_ANSWER_BYTES}. */
final class AnswerConsumer implements AsyncResponseConsumer<Transport.Answer> {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);
  private @Nullable HttpResponse response;
  private @Nullable FutureCallback<Transport.Answer> callback;

  @Override
  public void consumeResponse(
      HttpResponse head,
      @Nullable EntityDetails entity,
      HttpContext context,
      FutureCallback<Transport.Answer> resultCallback) {
    response = head;
    callback = resultCallback;
    if (entity == null) {
      complete(head, resultCallback);
    }
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
    while (source.hasRemaining()) {
      body.write(source.get());
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    if (response != null && callback != null) {
      complete(response, callback);
    }
  }

  private void complete(HttpResponse head, FutureCallback<Transport.Answer> resultCallback) {
    Header retryAfter = head.getFirstHeader(HttpHeaders.RETRY_AFTER);
    resultCallback.completed(
        new Transport.Answer(
            head.getCode(),
            body.toString(StandardCharsets.UTF_8),
            retryAfter == null ? null : retryAfter.getValue()));
  }

  @Override
  public void failed(Exception cause) {}

  @Override
  public void releaseResources() {
    body.reset();
  }
}
