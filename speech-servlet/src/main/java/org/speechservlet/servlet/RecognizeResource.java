package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.RecognitionRequest;

/** {@code POST recognize}: lets a recognition in, or says at once why not. Thread-safe. */
final class RecognizeResource {
  private static final Logger LOG = LoggerFactory.getLogger(RecognizeResource.class);

  private final SpeechApplication application;
  private final AsyncFallback asyncFallback;
  private final Set<SpeechExchange> exchanges = ConcurrentHashMap.newKeySet();

  RecognizeResource(SpeechApplication application, AsyncFallback asyncFallback) {
    this.application = application;
    this.asyncFallback = asyncFallback;
  }

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = UUID.randomUUID().toString().replace("-", "");
    response.setHeader("X-Request-Id", id);
    allowOrigin(request, response);
    if (request.getMethod().equals("OPTIONS")) {
      preflight(response);
    } else if (!request.getMethod().equals("POST")) {
      ProblemResponse.send(ErrorMapping.methodNotAllowed("POST, OPTIONS"), id, response);
    } else {
      serve(id, request, response);
    }
  }

  private void allowOrigin(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Vary", "Origin");
    String origin = application.crossSitePolicy().allowedOrigin(request);
    if (origin != null) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
      response.setHeader("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
    }
  }

  /** Answers a preflight (Fetch, section 3.2.2): without an allowed origin it allows nothing. */
  private static void preflight(HttpServletResponse response) {
    response.setStatus(204);
    response.setHeader("Allow", "POST, OPTIONS");
    if (response.containsHeader("Access-Control-Allow-Origin")) {
      response.setHeader("Access-Control-Allow-Methods", "POST");
      response.setHeader("Access-Control-Allow-Headers", "Content-Type, Accept");
      response.setHeader("Access-Control-Max-Age", "600");
    }
  }

  private void serve(String id, HttpServletRequest request, HttpServletResponse response) {
    if (asyncFallback.mustBlock(request)) {
      serveBlocking(id, request, response);
    } else {
      serveAsync(id, request, response);
    }
  }

  private void serveAsync(String id, HttpServletRequest request, HttpServletResponse response) {
    var context = request.startAsync();
    context.setTimeout(0); // The exchange watches over its own time, side by side.
    ExchangeHolder holder = new ExchangeHolder();
    SerialExecutor executor = new SerialExecutor(holder::crashed);
    Browser browser = new AsyncBrowser(context, request, response);
    Runnable start = prepare(id, request, browser, executor, holder);
    executor.execute(start);
  }

  private void serveBlocking(String id, HttpServletRequest request, HttpServletResponse response) {
    ExchangeHolder holder = new ExchangeHolder();
    TaskLoop loop = new TaskLoop(holder::crashed);
    Browser browser = new BlockingBrowser(request, response);
    loop.execute(prepare(id, request, browser, loop, holder));
    try {
      loop.runUntil(holder::isEnded);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      holder.crashed(e);
    }
  }

  private Runnable prepare(
      String id,
      HttpServletRequest request,
      Browser browser,
      Executor executor,
      ExchangeHolder holder) {
    boolean admitted = application.admission().tryEnter();
    SpeechExchange exchange =
        new SpeechExchange(
            exchangeRequest(id, request),
            browser,
            executor,
            application.timers(),
            report -> ended(holder, report, admitted));
    holder.exchange = exchange;
    exchanges.add(exchange);
    Problem refusal = admitted ? refusal(request) : tooMany();
    return refusal != null
        ? () -> exchange.refuse(refusal)
        : () -> begin(exchange, id, request, executor);
  }

  private void begin(
      SpeechExchange exchange, String id, HttpServletRequest request, Executor executor) {
    RecognitionParameters parameters;
    try {
      parameters =
          RecognitionParameters.parse(
              request.getQueryString(), application.settings().recognition());
    } catch (InvalidParameterException e) {
      exchange.refuse(ErrorMapping.invalidParameter(e));
      return;
    }
    RecognitionRequest upstream =
        new RecognitionRequest(
            parameters.applyTo(application.settings().recognition().uri(), id),
            id,
            UpstreamFormat.expectedFor(ContentType.parse(request.getContentType())));
    exchange.start(
        application
            .upstream()
            .recognition(upstream, application.credentials(), executor, exchange));
  }

  private @Nullable Problem refusal(HttpServletRequest request) {
    long limitBytes = application.settings().limits().maxUploadBytes();
    if (!application.crossSitePolicy().permits(request)) {
      return ErrorMapping.crossSite();
    }
    return request.getContentLengthLong() > limitBytes ? ErrorMapping.tooLarge(limitBytes) : null;
  }

  private Problem tooMany() {
    return ErrorMapping.overloaded("This application has too much to do.", null);
  }

  private ExchangeRequest exchangeRequest(String id, HttpServletRequest request) {
    return new ExchangeRequest(
        id,
        ContentType.parse(request.getContentType()),
        request.getContentLengthLong(),
        AcceptHeader.prefersText(request.getHeader("Accept")),
        application.exchangeLimits(),
        application.audioLimits(),
        application.filters());
  }

  private void ended(ExchangeHolder holder, ExchangeReport report, boolean admitted) {
    SpeechExchange exchange = holder.exchange;
    if (exchange != null) {
      exchanges.remove(exchange);
    }
    if (admitted) {
      application.admission().leave();
    }
    application.totals().count(report.outcome());
    LOG.info(
        "{} {} audio={}s bytes={} first-byte={}ms total={}ms status={}",
        report.id(),
        report.outcome(),
        report.audio().toMillis() / 1000.0,
        report.uploadBytes(),
        millis(report.timeToFirstByte()),
        report.total().toMillis(),
        report.status());
  }

  private static String millis(@Nullable Duration duration) {
    return duration == null ? "-" : Long.toString(duration.toMillis());
  }

  /** Ends what is still in flight: each browser is told that it may try again. */
  void stop() {
    Problem stopping =
        ErrorMapping.overloaded("This application is being stopped.", Duration.ofSeconds(10));
    exchanges.forEach(exchange -> exchange.stop(stopping));
  }

  /** Ties an executor to the exchange that is made after it. */
  private static final class ExchangeHolder {
    volatile @Nullable SpeechExchange exchange;

    boolean isEnded() {
      SpeechExchange held = exchange;
      return held != null && held.isEnded();
    }

    void crashed(Throwable failure) {
      SpeechExchange held = exchange;
      if (held != null) {
        held.crashed(failure);
      }
    }
  }
}
