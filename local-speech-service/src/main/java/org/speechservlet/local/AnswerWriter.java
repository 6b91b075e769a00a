package org.speechservlet.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.fault.Action;

/** Sends an answer, drops the rest of the request, and completes the exchange. Thread-safe. */
final class AnswerWriter {

  private static final String SERVER_NAME = "local-speech-service";

  private final Delayer delayer;

  AnswerWriter(Delayer delayer) {
    this.delayer = delayer;
  }

  /** Sends the whole answer. */
  void send(Exchange exchange, Answer answer) {
    send(exchange, answer, Optional.empty());
  }

  /**
   * Sends the answer.
   *
   * @param interruption what happens after the first half of the body
   */
  void send(Exchange exchange, Answer answer, Optional<Action> interruption) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    putHeader(exchange, answer, body.length);
    exchange.facts().answered();
    if (interruption.isPresent()) {
      sendInHalves(exchange, body, interruption.get());
    } else {
      exchange.response().write(false, ByteBuffer.wrap(body), then(exchange, () -> end(exchange)));
    }
  }

  private static void putHeader(Exchange exchange, Answer answer, int bodyBytes) {
    exchange.response().setStatus(answer.status());
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.SERVER, SERVER_NAME);
    answer.headers().forEach(headers::put);
    if (!answer.isChunked()) {
      headers.put(HttpHeader.CONTENT_LENGTH, bodyBytes);
    }
  }

  private void sendInHalves(Exchange exchange, byte[] body, Action interruption) {
    int half = body.length / 2;
    ByteBuffer firstHalf = ByteBuffer.wrap(body, 0, half);
    ByteBuffer secondHalf = ByteBuffer.wrap(body, half, body.length - half);
    exchange
        .response()
        .write(
            false, firstHalf, then(exchange, () -> interrupt(exchange, interruption, secondHalf)));
  }

  private void interrupt(Exchange exchange, Action interruption, ByteBuffer secondHalf) {
    if (interruption instanceof Action.Stall stall) {
      exchange.facts().note("fault: stall of " + stall.time() + " in the answer");
      delayer.runAfter(
          stall.time(),
          () -> exchange.response().write(false, secondHalf, then(exchange, () -> end(exchange))));
    } else if (interruption instanceof Action.Reset) {
      ConnectionCut.reset(exchange);
    } else {
      ConnectionCut.disconnect(exchange);
    }
  }

  /** Ends the answer, so that the client has all of it, before the rest of the request is read. */
  private static void end(Exchange exchange) {
    exchange
        .response()
        .write(
            true,
            BufferUtil.EMPTY_BUFFER,
            then(exchange, () -> BodyDrain.start(exchange, exchange::complete)));
  }

  private static Callback then(Exchange exchange, Runnable next) {
    return Callback.from(next, exchange::abandon);
  }
}
