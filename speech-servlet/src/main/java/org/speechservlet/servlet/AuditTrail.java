package org.speechservlet.servlet;

import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Tells auditors of each recognition that has ended. Thread-safe. */
final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final Logger AUDIT = LoggerFactory.getLogger("org.speechservlet.audit");
  private static final Marker MARKER = MarkerFactory.getMarker("SPEECH_AUDIT");

  /** A name may have been chosen so that it looks like the next line of the log. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");

  private final @Nullable AuditListener listener;
  private final boolean log;
  private final Clock clock;

  AuditTrail(@Nullable AuditListener listener, boolean log, Clock clock) {
    this.listener = listener;
    this.log = log;
    this.clock = clock;
  }

  /**
   * The application's own listener, if it has one.
   *
   * @throws IllegalStateException if the attribute holds something else
   */
  static @Nullable AuditListener listenerOf(ServletContext context) {
    Object found = context.getAttribute(AuditListener.ATTRIBUTE);
    if (found == null || found instanceof AuditListener) {
      return (AuditListener) found;
    }
    throw new IllegalStateException(
        "The attribute "
            + AuditListener.ATTRIBUTE
            + " of the ServletContext holds a "
            + found.getClass().getName()
            + ", which is no "
            + AuditListener.class.getName()
            + " of the same class loader as speech-servlet.");
  }

  void tell(Caller caller, ExchangeReport report) {
    if (log || listener != null) {
      tell(
          new AuditEvent(
              report.id(),
              caller.name(),
              caller.address(),
              clock.instant().minus(report.total()),
              report.total(),
              report.audio(),
              report.outcome(),
              report.status()));
    }
  }

  private void tell(AuditEvent event) {
    if (log) {
      AUDIT.info(
          MARKER,
          "{} {} user={} address={} began={} audio={}s total={}ms status={}",
          event.requestId(),
          event.outcome(),
          event.user() == null ? "-" : UNPRINTABLE.matcher(event.user()).replaceAll("?"),
          event.address(),
          event.began(),
          event.audio().toMillis() / 1000.0,
          event.total().toMillis(),
          event.status());
    }
    if (listener != null) {
      try {
        listener.recognitionEnded(event);
      } catch (RuntimeException e) {
        LOG.warn(
            "{} was not taken by the application's {}, which is to be mended",
            event.requestId(),
            listener.getClass().getName(),
            e);
      }
    }
  }
}
