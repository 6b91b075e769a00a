package org.speechservlet.servlet;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.speechservlet.token.TokenStatus;

/**
 * {@code GET status}: whether the next recognition can be served, for a load balancer, and why not,
 * for an operator. Holds no secret. Thread-safe.
 */
final class StatusResource {
  private final SpeechApplication application;
  private final Supplier<TokenStatus> tokenStatus;

  StatusResource(SpeechApplication application, Supplier<TokenStatus> tokenStatus) {
    this.application = application;
    this.tokenStatus = tokenStatus;
  }

  void handle(HttpServletResponse response) throws IOException {
    TokenStatus token = tokenStatus.get();
    AdmissionControl admission = application.admission();
    boolean up = token.isUsable() && admission.inFlight() < admission.limit();
    byte[] body = report(up, token).toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(up ? 200 : 503);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private JsonObject report(boolean up, TokenStatus token) {
    return Json.createObjectBuilder()
        .add("status", up ? "up" : "down")
        .add("service", service())
        .add("token", token(token))
        .add("recognitions", recognitions())
        .build();
  }

  private JsonObjectBuilder service() {
    return Json.createObjectBuilder()
        .add("host", String.valueOf(application.settings().recognition().uri().getAuthority()))
        .add("language", application.settings().recognition().language());
  }

  private static JsonObjectBuilder token(TokenStatus token) {
    JsonObjectBuilder report =
        Json.createObjectBuilder()
            .add("mode", name(token.mode()))
            .add("state", name(token.state()));
    addSeconds(report, "ageSeconds", token.age());
    addSeconds(report, "secondsLeft", token.timeLeft());
    if (token.keyInUse() != null) {
      report.add("keyInUse", name(token.keyInUse()));
    }
    report.add("consecutiveFailures", token.consecutiveFailures());
    addSeconds(report, "nextAttemptInSeconds", token.nextAttemptIn());
    TokenStatus.Failure failure = token.lastFailure();
    if (failure != null) {
      report.add(
          "lastFailure",
          Json.createObjectBuilder()
              .add("message", failure.message())
              .add("at", failure.at().toString()));
    }
    return report;
  }

  private JsonObjectBuilder recognitions() {
    JsonObjectBuilder totals = Json.createObjectBuilder();
    application.totals().outcomes().snapshot().forEach(totals::add);
    return Json.createObjectBuilder()
        .add("inFlight", application.admission().inFlight())
        .add("limit", application.admission().limit())
        .add("replayBytes", application.upstream().replayBytes())
        .add("connectionsInUse", application.upstream().connections().inUse())
        .add("waitingUploads", application.uploads().waitingCount())
        .add("openAppends", application.uploads().openAppends())
        .add("keptAnswers", application.uploads().keptCount())
        .add("totals", totals);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void addSeconds(
      JsonObjectBuilder report, String name, @Nullable Duration duration) {
    if (duration != null) {
      report.add(name, duration.toSeconds());
    }
  }
}
