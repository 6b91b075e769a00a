package org.speechservlet.local;

import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each request, the connection id first. Queries are left out: they may hold
 * anything.
 */
final class AccessLog implements RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final int MAX_PATH_LENGTH = 200;

  @Override
  public void log(Request request, Response response) {
    Optional<ExchangeFacts> facts = ExchangeFacts.of(request);
    LOG.info(
        "{} {} {} {}{}",
        facts.map(ExchangeFacts::connectionId).orElse("-"),
        request.getMethod(),
        path(request),
        isUnanswered(facts, response) ? "no answer" : response.getStatus(),
        facts.map(ExchangeFacts::describe).orElse(""));
  }

  private static boolean isUnanswered(Optional<ExchangeFacts> facts, Response response) {
    return facts.isPresent() && facts.get().isCut() && !response.isCommitted();
  }

  private static String path(Request request) {
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("-");
    return path.length() > MAX_PATH_LENGTH ? path.substring(0, MAX_PATH_LENGTH) + "..." : path;
  }
}
