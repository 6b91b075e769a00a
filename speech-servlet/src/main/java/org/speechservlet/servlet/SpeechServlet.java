package org.speechservlet.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.check.Installation;
import org.speechservlet.config.SettingsException;
import org.speechservlet.config.SpeechSettings;
import org.speechservlet.metrics.Telemetry;
import org.speechservlet.token.AsyncObstacles;
import org.speechservlet.token.AuthorizesItself;
import org.speechservlet.token.SpeechContext;
import org.speechservlet.upstream.SystemTimers;

/**
 * Takes a browser's audio, streams it to the Speech service as it arrives, and answers with the
 * text.
 *
 * <p>Below its mapping, which is the maintainer's choice:
 *
 * <ul>
 *   <li>{@code POST recognize}: audio in, JSON (or text) out;
 *   <li>{@code uploads/<name>}: the rest of an upload that {@code POST recognize} began;
 *   <li>{@code GET status}: whether the next recognition can be served;
 *   <li>{@code POST check}: what is right and wrong, for the role that {@code speech.admin-role}
 *       names;
 *   <li>{@code GET dictation.js}: the dictation button for any page;
 *   <li>{@code GET} of the mapping itself: a page to try it.
 * </ul>
 *
 * <p>To be declared with {@code async-supported}; the settings are those of {@link SpeechSettings}.
 * What {@link #init} starts (a few threads and the connections to the Speech service) ends in
 * {@link #destroy}, which first gives the recognitions in flight some seconds to finish.
 */
public final class SpeechServlet extends HttpServlet implements AuthorizesItself {
  @Serial private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(SpeechServlet.class);

  private static final String UPLOADS = "/uploads/";

  /** Containers wait some seconds for an application to end; who is nearly done may finish. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private transient @Nullable Running running;

  /** What lives from init to destroy. */
  private record Running(
      SpeechContext.Lease lease,
      SystemTimers timers,
      SpeechApplication application,
      Telemetry telemetry,
      Recognitions recognitions,
      RecognizeResource recognize,
      UploadsResource uploads,
      StatusResource status,
      AssetResource assets,
      CheckRuns checkRuns,
      @Nullable CheckResource check) {}

  public SpeechServlet() {}

  @Override
  public void init() throws ServletException {
    SpeechContext.Lease lease;
    try {
      lease = SpeechContext.acquire(getServletContext());
    } catch (SettingsException e) {
      throw new ServletException(e.getMessage(), e);
    }
    String name = getServletContext().getContextPath();
    SpeechSettings settings = lease.settings();
    SystemTimers timers = new SystemTimers("speech-timer " + name);
    SpeechApplication application;
    try {
      application = SpeechApplication.open(lease, getServletContext(), timers);
    } catch (IllegalStateException e) {
      lease.close();
      throw new ServletException(e.getMessage(), e);
    }
    ServletContext context = getServletContext();
    Reception reception =
        new Reception(new AsyncFallback(new AsyncObstacles(context), context.getServerInfo()));
    Telemetry telemetry =
        Monitoring.start(getServletConfig(), new ApplicationReadings(application, lease.tokens()));
    Recognitions recognitions =
        new Recognitions(application, report -> telemetry.ended(report.ended()));
    CheckRuns checkRuns =
        new CheckRuns(new Installation(name, lease.reading(), lease.tokens()), timers);
    running =
        new Running(
            lease,
            timers,
            application,
            telemetry,
            recognitions,
            new RecognizeResource(application, recognitions, reception, new SecureRandom()),
            new UploadsResource(application, reception),
            new StatusResource(application, lease.tokens()::status),
            new AssetResource(application.crossSitePolicy(), settings.access().adminRole()),
            checkRuns,
            settings.access().adminRole() == null
                ? null
                : new CheckResource(
                    settings.access().adminRole(),
                    application.crossSitePolicy(),
                    reception,
                    checkRuns));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Running current = running;
    if (current == null) {
      // Some containers let requests in until the servlet has ended.
      ProblemResponse.send(Recognitions.stopping(), RequestId.tell(response), response);
      return;
    }
    String path = path(request);
    if (path.isEmpty()) {
      redirectToFolder(request, response);
    } else if (path.equals("/recognize")) {
      current.recognize().handle(request, response);
    } else if (path.startsWith(UPLOADS)) {
      current.uploads().handle(path.substring(UPLOADS.length()), request, response);
    } else if (path.equals("/check") && current.check() != null) {
      current.check().handle(request, response);
    } else if (!path.equals("/status") && !current.assets().has(path)) {
      ProblemResponse.send(ErrorMapping.notFound(), RequestId.tell(response), response);
    } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      ProblemResponse.send(
          ErrorMapping.methodNotAllowed("GET, HEAD"), RequestId.tell(response), response);
    } else if (path.equals("/status")) {
      RequestId.tell(response);
      current.status().handle(response);
    } else {
      RequestId.tell(response);
      current.assets().handle(path, request, response);
    }
  }

  /** The path below the mapping; a mapping without {@code /*} has nothing below it. */
  private static String path(HttpServletRequest request) {
    String below = request.getPathInfo();
    return below == null ? "" : below;
  }

  /**
   * The page's links are relative to a folder. The redirect is relative as well (RFC 9110, section
   * 10.2.2), so that it is right behind a proxy that changes host or path.
   */
  private static void redirectToFolder(HttpServletRequest request, HttpServletResponse response) {
    String uri = request.getRequestURI();
    response.setStatus(308);
    response.setHeader("Location", uri.substring(uri.lastIndexOf('/') + 1) + "/");
  }

  @Override
  public void destroy() {
    Running last = running;
    running = null;
    if (last == null) {
      return;
    }
    last.checkRuns().close();
    last.recognitions().stopIncomplete();
    letFinish(last);
    last.application().uploads().close();
    last.application().close();
    last.timers().close();
    last.telemetry().close();
    last.lease().close();
  }

  private static void letFinish(Running last) {
    try {
      if (!last.application().admission().close(STOP_PATIENCE)) {
        LOG.warn(
            "{} recognitions were still in flight {} s after the application was stopped; they are"
                + " ended now and their browsers told to try again",
            last.application().admission().inFlight(),
            STOP_PATIENCE.toSeconds());
        last.recognitions().stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      last.recognitions().stop();
    }
  }
}
