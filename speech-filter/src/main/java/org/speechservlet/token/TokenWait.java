package org.speechservlet.token;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request that waits for an authorization without a thread. It ends once: the authorization
 * comes and the request is dispatched, or it does not and the request is answered with a problem;
 * whichever is first counts, and what comes later is dropped. Thread-safe.
 *
 * <pre>
 *              authorization                     dispatch to the servlet
 *            +----------------> attribute set --------------------------> (ended)
 *   waiting -+
 *            +----------------> 503, complete ---------------------------> (ended)
 *              failure, time-out or error
 * </pre>
 */
final class TokenWait implements AsyncListener {
  private static final Logger LOG = LoggerFactory.getLogger(TokenWait.class);

  /** Beyond the time after which the token manager gives up by itself. */
  private static final Duration TIMEOUT = RenewalLoop.WAIT_LIMIT.plusSeconds(5);

  private static final Duration RETRY_AFTER_TIMEOUT = Duration.ofSeconds(1);

  private final AsyncContext async;
  private final AtomicBoolean hasEnded = new AtomicBoolean();

  private TokenWait(AsyncContext async) {
    this.async = async;
  }

  /** Suspends a request until a stage completes. */
  static void start(
      HttpServletRequest request,
      HttpServletResponse response,
      CompletionStage<Authorization> stage) {
    AsyncContext async = request.startAsync(request, response);
    TokenWait wait = new TokenWait(async);
    async.setTimeout(TIMEOUT.toMillis());
    async.addListener(wait);
    var unused = stage.whenComplete(wait::onOutcome);
  }

  private void onOutcome(@Nullable Authorization authorization, @Nullable Throwable error) {
    if (authorization == null) {
      refuse(retryAfter(error));
    } else if (hasEnded.compareAndSet(false, true)) {
      dispatch(authorization);
    }
  }

  static Duration retryAfter(@Nullable Throwable error) {
    return error instanceof TokenUnavailableException unavailable
        ? unavailable.retryAfter()
        : RETRY_AFTER_TIMEOUT;
  }

  private void dispatch(Authorization authorization) {
    try {
      async.getRequest().setAttribute(Authorization.ATTRIBUTE, authorization);
      async.dispatch();
    } catch (IllegalStateException e) {
      LOG.debug("A request that waited for a token has ended by itself.", e);
    }
  }

  private void refuse(Duration retryAfter) {
    if (!hasEnded.compareAndSet(false, true)) {
      return;
    }
    try {
      TokenProblem.send((HttpServletResponse) async.getResponse(), retryAfter);
      async.complete();
    } catch (IOException e) {
      LOG.debug("The browser of a request that waited for a token has gone.", e);
      async.complete();
    } catch (IllegalStateException e) {
      LOG.debug("A request that waited for a token has ended by itself.", e);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    refuse(RETRY_AFTER_TIMEOUT);
  }

  @Override
  public void onError(AsyncEvent event) {
    refuse(RETRY_AFTER_TIMEOUT);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The servlet has taken the request over.
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // The container's end of the request; the response is not to be touched any more.
  }
}
