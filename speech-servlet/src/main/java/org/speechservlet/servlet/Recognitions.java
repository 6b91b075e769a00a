package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.upstream.RecognitionRequest;

/** The recognitions of one servlet: lets each in or says why not, and logs its end. Thread-safe. */
final class Recognitions {
  private static final Logger LOG = LoggerFactory.getLogger(Recognitions.class);

  private final SpeechApplication application;
  private final Set<SpeechExchange> exchanges = ConcurrentHashMap.newKeySet();

  Recognitions(SpeechApplication application) {
    this.application = application;
  }

  /** Begins what the request asks for; some time its browser is answered and completed. */
  void begin(String id, HttpServletRequest request, Browser browser, ExchangeLane lane) {
    boolean admitted = application.admission().tryEnter();
    SpeechExchange exchange =
        new SpeechExchange(
            exchangeRequest(id, request),
            browser,
            lane,
            application.timers(),
            report -> ended(lane.exchange(), report, admitted));
    lane.open(exchange);
    exchanges.add(exchange);
    Problem refusal = admitted ? refusal(request) : tooMany();
    lane.execute(
        refusal != null
            ? () -> exchange.refuse(refusal)
            : () -> start(id, request, exchange, lane));
  }

  private void start(
      String id, HttpServletRequest request, SpeechExchange exchange, ExchangeLane lane) {
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
        application.upstream().recognition(upstream, application.credentials(), lane, exchange));
  }

  private @Nullable Problem refusal(HttpServletRequest request) {
    if (!application.crossSitePolicy().permits(request)) {
      return ErrorMapping.crossSite();
    }
    long limitBytes = application.settings().limits().maxUploadBytes();
    long toldBytes = UploadFields.of(request).length().orElse(0);
    return Math.max(request.getContentLengthLong(), toldBytes) > limitBytes
        ? ErrorMapping.tooLarge(limitBytes)
        : null;
  }

  private static Problem tooMany() {
    return ErrorMapping.overloaded("This application has too much to do.", null);
  }

  private ExchangeRequest exchangeRequest(String id, HttpServletRequest request) {
    return new ExchangeRequest(
        id,
        ContentType.parse(request.getContentType()),
        AcceptHeader.prefersText(request.getHeader("Accept")),
        application.exchangeLimits(),
        application.audioLimits(),
        application.filters(),
        application.buffers());
  }

  private void ended(SpeechExchange exchange, ExchangeReport report, boolean admitted) {
    exchanges.remove(exchange);
    application.totals().count(report.outcome());
    if (admitted) {
      application.admission().leave(); // Counted before, so that the two always add up.
    }
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

  /** Ends the uploads of which nothing can come any more; the others go on. */
  void stopIncomplete() {
    application.uploads().stopIncomplete(stopping());
  }

  /** Ends what is still in flight: each browser is told that it may try again. */
  void stop() {
    Problem stopping = stopping();
    exchanges.forEach(exchange -> exchange.stop(stopping));
  }

  /** What a browser is told that comes too late. */
  static Problem stopping() {
    return ErrorMapping.overloaded("This application is being stopped.", Duration.ofSeconds(10));
  }
}
