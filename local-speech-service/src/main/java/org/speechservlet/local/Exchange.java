package org.speechservlet.local;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request with its answer. Exactly one of {@link #complete}, {@link #fail}, {@link #abandon}
 * and {@link #cut} ends it. Used by one thread at a time.
 */
final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Fields query;
  private final ExchangeFacts facts;
  private boolean isRestReadable;

  /**
   * @throws IllegalArgumentException when the query is not UTF-8 in percent-encoding
   */
  Exchange(Request request, Response response, Callback callback, LongSupplier nanoTime) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.query = Request.extractQueryParameters(request);
    this.facts = ExchangeFacts.start(request, query, nanoTime);
    this.isRestReadable =
        !request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
    letIdle(request);
  }

  /** Without this, a request that waits for neither a read nor a write fails when it idles. */
  private static void letIdle(Request request) {
    request.addIdleTimeoutListener(timeout -> false);
  }

  Request request() {
    return request;
  }

  Response response() {
    return response;
  }

  Fields query() {
    return query;
  }

  ExchangeFacts facts() {
    return facts;
  }

  /** The value of a request header; empty when it is absent. */
  Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  EndPoint endPoint() {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  /**
   * The rest of the body may be read: false while the client waits for a 100 (Continue), without
   * which it may never send it, and after {@link #stopReading}.
   */
  boolean isRestReadable() {
    return isRestReadable;
  }

  /** Leaves the rest of the body unread. */
  void stopReading() {
    isRestReadable = false;
  }

  /** Serves no further request on this connection. */
  void closeAfterAnswer() {
    response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
  }

  /** Reads a piece of the body; null when none is there yet. */
  Content.@Nullable Chunk read() {
    return request.read();
  }

  /**
   * Runs the task, serialized with all other such tasks, when a piece of the body or a failure is
   * there. The first demand sends the 100 (Continue) that the client may wait for.
   */
  void demand(Runnable task) {
    isRestReadable = true;
    request.demand(task);
  }

  /** Runs the task, serialized with what is demanded, when the connection is lost. */
  void whenBroken(Consumer<Throwable> task) {
    request.addFailureListener(task);
  }

  /** Does what serves the exchange, and fails the exchange if that throws. */
  void runOrFail(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("{} The request failed; the client is told 500", facts.connectionId(), e);
      fail(e);
    }
  }

  /** Ends the exchange in good order. */
  void complete() {
    callback.succeeded();
  }

  /** Ends the exchange after a mistake of this program: with 500 if nothing was answered yet. */
  void fail(Throwable mistake) {
    facts.note(mistake.toString());
    callback.failed(mistake);
  }

  /** Ends the exchange and its connection, which is lost. */
  void abandon(Throwable reason) {
    endPoint().close();
    cut(Optional.ofNullable(reason.getMessage()).orElseGet(reason::toString));
  }

  /** Ends the exchange, whose connection is at its end. */
  void cut(String reason) {
    facts.note(reason);
    facts.cut();
    callback.failed(new EofException(reason));
  }
}
