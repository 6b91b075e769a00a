package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.check.CheckReport;

/**
 * {@code POST check}: checks the installation for an administrator and answers with the findings.
 * No thread of the container waits for it. Thread-safe.
 */
final class CheckResource {
  private static final Logger LOG = LoggerFactory.getLogger(CheckResource.class);

  /** Most checks take a few seconds, and none more than a minute. */
  private static final String RETRY_AFTER_SECONDS = "10";

  private final String adminRole;
  private final CrossSitePolicy crossSitePolicy;
  private final Reception reception;
  private final CheckRuns runs;

  CheckResource(
      String adminRole, CrossSitePolicy crossSitePolicy, Reception reception, CheckRuns runs) {
    this.adminRole = adminRole;
    this.crossSitePolicy = crossSitePolicy;
    this.reception = reception;
    this.runs = runs;
  }

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = RequestId.tell(response);
    Problem refusal = refusal(request);
    if (refusal != null) {
      ProblemResponse.send(refusal, id, response);
    } else {
      reception.receive(request, response, browser -> check(id, browser));
    }
  }

  private @Nullable Problem refusal(HttpServletRequest request) {
    if (!request.getMethod().equals("POST")) {
      return ErrorMapping.methodNotAllowed("POST");
    }
    if (!crossSitePolicy.isOwnPage(request)) {
      return ErrorMapping.crossSite();
    }
    return request.isUserInRole(adminRole) ? null : noAdministrator();
  }

  /**
   * Not 401 for somebody who has not logged in: that demands a challenge (RFC 9110, section
   * 15.5.2), and how one logs in to the application is not known here.
   */
  private static Problem noAdministrator() {
    return new Problem(
        403,
        "no-administrator",
        "Only an administrator may do this",
        "Log in to the application as a user in the role that speech.admin-role names, then try"
            + " again.");
  }

  private void check(String id, Browser browser) {
    CompletableFuture<CheckReport> report = runs.tryStart();
    if (report == null) {
      browser.reply(answer(409, Problem.CONTENT_TYPE, underWay().toJson(id), browser));
      return;
    }
    var unused = report.thenAccept(done -> tell(id, done, browser));
  }

  private static Problem underWay() {
    return new Problem(
        409,
        "check-under-way",
        "A check is under way",
        "One check runs at a time. Try again when it has ended, in less than a minute.");
  }

  private static void tell(String id, CheckReport report, Browser browser) {
    LogContext.of(
        id, () -> LOG.info("{} checked the installation: {}", id, report.verdict().word()));
    browser.reply(answer(200, "application/json;charset=UTF-8", CheckJson.of(report), browser));
  }

  private static Browser.Answer answer(
      int status, String contentType, String body, Browser browser) {
    Map<String, String> headers =
        status == 409 ? Map.of("Retry-After", RETRY_AFTER_SECONDS) : Map.of();
    boolean hasUnreadBody = browser.announcedBytes() > 0;
    return new Browser.Answer(status, contentType, body, headers, hasUnreadBody);
  }
}
