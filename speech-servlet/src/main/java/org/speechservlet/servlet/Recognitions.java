package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.audio.ContentType;
import org.speechservlet.audio.UpstreamFormat;
import org.speechservlet.quota.AudioQuota;
import org.speechservlet.quota.Reservation;
import org.speechservlet.upstream.RecognitionRequest;

/** The recognitions of one servlet: lets each in or says why not, and logs its end. Thread-safe. */
final class Recognitions {
  private static final Logger LOG = LoggerFactory.getLogger(Recognitions.class);

  private final SpeechApplication application;
  private final Consumer<ExchangeReport> observer;
  private final Set<SpeechExchange> exchanges = ConcurrentHashMap.newKeySet();

  /** Who came, whether there was room, and what the caller's own tracing calls it. */
  private record Arrival(Caller caller, AdmissionControl.Entry entry, @Nullable String trace) {
    boolean hasEntered() {
      return entry == AdmissionControl.Entry.ENTERED;
    }
  }

  /**
   * @param observer told of each that has ended, before its browser is
   */
  Recognitions(SpeechApplication application, Consumer<ExchangeReport> observer) {
    this.application = application;
    this.observer = observer;
  }

  /** Begins what the request asks for; some time its browser is answered and completed. */
  void begin(String id, HttpServletRequest request, Browser browser, ExchangeLane lane) {
    Caller caller = Caller.of(request, application.settings());
    Arrival arrival =
        new Arrival(
            caller,
            application.admission().tryEnter(caller.key()),
            TraceContext.traceId(request.getHeader(TraceContext.FIELD)));
    SpeechExchange exchange =
        new SpeechExchange(
            exchangeRequest(id, request),
            browser,
            lane,
            application.timers(),
            report -> ended(lane.exchange(), report, arrival));
    lane.open(exchange);
    exchanges.add(exchange);
    Problem refusal = arrival.hasEntered() ? refusal(request) : full(arrival.entry());
    if (refusal != null) {
      lane.execute(() -> exchange.refuse(refusal));
    } else {
      prepare(id, request, caller, lane);
    }
  }

  private void prepare(String id, HttpServletRequest request, Caller caller, ExchangeLane lane) {
    RecognitionParameters parameters;
    try {
      parameters =
          RecognitionParameters.parse(
              request.getQueryString(), application.settings().recognition());
    } catch (InvalidParameterException e) {
      lane.execute(() -> lane.exchange().refuse(ErrorMapping.invalidParameter(e)));
      return;
    }
    RecognitionRequest upstream =
        new RecognitionRequest(
            parameters.applyTo(application.settings().recognition().uri(), id),
            id,
            UpstreamFormat.expectedFor(ContentType.parse(request.getContentType())));
    AudioQuota quota = application.quota();
    if (quota == null) {
      lane.execute(() -> start(upstream, Allowance.UNLIMITED, lane));
    } else {
      Duration most = application.settings().limits().maxAudioDuration();
      var unused =
          quota
              .reserve(caller.key(), most)
              .thenAccept(reserved -> lane.execute(() -> start(upstream, reserved, lane)));
    }
  }

  private void start(RecognitionRequest upstream, Reservation reservation, ExchangeLane lane) {
    if (lane.exchange().isOver()) {
      reservation.settle(Duration.ZERO);
    } else if (reservation.isGranted()) {
      start(upstream, Allowance.of(reservation), lane);
    } else {
      lane.exchange().refuse(QuotaProblems.usedUp(reservation, Duration.ZERO));
    }
  }

  private void start(RecognitionRequest upstream, Allowance allowance, ExchangeLane lane) {
    SpeechExchange exchange = lane.exchange();
    exchange.start(
        application.upstream().recognition(upstream, application.credentials(), lane, exchange),
        allowance);
  }

  private @Nullable Problem refusal(HttpServletRequest request) {
    if (!application.crossSitePolicy().permits(request)) {
      return ErrorMapping.crossSite();
    }
    Problem notPermitted = application.rolePolicy().refusal(request);
    if (notPermitted != null) {
      return notPermitted;
    }
    long limitBytes = application.settings().limits().maxUploadBytes();
    long toldBytes = UploadFields.of(request).length().orElse(0);
    return Math.max(request.getContentLengthLong(), toldBytes) > limitBytes
        ? ErrorMapping.tooLarge(limitBytes)
        : null;
  }

  private Problem full(AdmissionControl.Entry entry) {
    return entry == AdmissionControl.Entry.FULL_OF_ONE
        ? QuotaProblems.tooManyAtOnce(application.settings().userLimits().maxConcurrent())
        : ErrorMapping.overloaded("This application has too much to do.", null);
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

  private void ended(SpeechExchange exchange, ExchangeReport report, Arrival arrival) {
    exchanges.remove(exchange);
    try {
      application.totals().add(report);
      application.audit().tell(arrival.caller(), report);
      observer.accept(report);
      LogContext.of(report.id(), () -> log(report, arrival.trace()));
    } finally {
      // Last, so that all have been told once nothing is in flight: also when the servlet ends.
      if (arrival.hasEntered()) {
        application.admission().leave(arrival.caller().key());
      }
    }
  }

  private static void log(ExchangeReport report, @Nullable String trace) {
    LOG.info(
        "{} {} audio={}s bytes={} first-byte={}ms total={}ms status={}{}",
        report.id(),
        report.outcome(),
        report.audio().toMillis() / 1000.0,
        report.uploadBytes(),
        millis(report.timeToFirstByte()),
        report.total().toMillis(),
        report.status(),
        trace == null ? "" : " trace=" + trace);
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
