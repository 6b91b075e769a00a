package org.speechservlet.token;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts an {@link Authorization} on every request, in the attribute {@link Authorization#ATTRIBUTE},
 * for whatever servlet stands behind it.
 *
 * <p>While there is no token yet, a request waits without a thread and is then dispatched; if none
 * can be had, it is answered with 503, {@code Retry-After} and a problem document. Where a request
 * cannot be suspended (a filter or the servlet does not support async, or a dispatch would pass
 * over filters that stand behind this one) it waits on its thread, and the log says once what to
 * mend. A servlet that {@link AuthorizesItself} gets its requests at once.
 *
 * <p>Its init-params are settings without the prefix {@code speech.}, such as {@code region}. Map
 * it behind other filters, and with {@code <async-supported>true</async-supported>}.
 */
public final class SpeechTokenFilter implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechTokenFilter.class);

  private final BlockingWait blockingWait = new BlockingWait();
  private final AtomicBoolean hasWarned = new AtomicBoolean();
  private @Nullable Started started;

  /** What there is between {@code init} and {@code destroy}. */
  private record Started(
      String name,
      SpeechContext.Lease lease,
      SelfAuthorizingServlets selfAuthorizing,
      AsyncObstacles obstacles) {}

  /** Creates a filter; a container does this. */
  public SpeechTokenFilter() {}

  /**
   * Starts to get the first token.
   *
   * @throws org.speechservlet.config.SettingsException if the settings cannot be used
   */
  @Override
  public void init(FilterConfig config) {
    ServletContext context = config.getServletContext();
    started =
        new Started(
            config.getFilterName(),
            SpeechContext.acquire(context),
            new SelfAuthorizingServlets(context),
            new AsyncObstacles(context));
  }

  @Override
  public void destroy() {
    if (started != null) {
      started.lease().close();
      started = null;
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Started now = started;
    if (now != null
        && request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse httpResponse
        && needsAuthorization(http, now)) {
      authorize(http, httpResponse, chain, now);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean needsAuthorization(HttpServletRequest request, Started now) {
    return request.getAttribute(Authorization.ATTRIBUTE) == null
        && request.getDispatcherType() != DispatcherType.ERROR
        && !now.selfAuthorizing().isTargetOf(request);
  }

  private void authorize(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Started now)
      throws IOException, ServletException {
    CompletionStage<Authorization> stage = now.lease().tokens().authorization();
    CompletableFuture<Authorization> future = stage.toCompletableFuture();
    if (!future.isDone() && canSuspend(request, now)) {
      TokenWait.start(request, response, stage);
      return;
    }
    Authorization authorization;
    try {
      authorization = blockingWait.await(future);
    } catch (TokenUnavailableException e) {
      TokenProblem.send(response, e.retryAfter());
      return;
    }
    request.setAttribute(Authorization.ATTRIBUTE, authorization);
    chain.doFilter(request, response);
  }

  private boolean canSuspend(HttpServletRequest request, Started now) {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return false;
    }
    if (!request.isAsyncSupported()) {
      warnOnce(
          "async is switched off for it: <async-supported>true</async-supported> is missing at the"
              + " servlet '{}', at the filter '{}', or at one of the filters {}",
          request.getHttpServletMapping().getServletName(),
          now.name(),
          now.obstacles().filtersInFront(request));
      return false;
    }
    List<String> behind = now.obstacles().filtersBehind(request);
    if (!behind.isEmpty()) {
      warnOnce(
          "an async dispatch would pass over filters that may stand behind '{}': {}. Move its"
              + " <filter-mapping> behind theirs",
          now.name(),
          behind);
    }
    return behind.isEmpty();
  }

  private void warnOnce(String reason, @Nullable Object... arguments) {
    if (hasWarned.compareAndSet(false, true)) {
      LOG.warn(
          "A request waits for a token on its thread, as " + reason + ". This is said once.",
          arguments);
    }
  }
}
