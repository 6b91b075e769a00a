package org.speechservlet.local.fault;

import java.time.Duration;
import java.util.Optional;
import org.speechservlet.local.fault.Action.Respond;

/** The answers that the Speech API is known to give when it refuses or fails. */
public final class Answers {

  private static final String JSON = "application/json";

  private Answers() {}

  /** The answer of this status, in the shape that the endpoint is known to use for it. */
  public static Respond status(Target target, int status) {
    return new Respond(status, JSON, body(target, status), Optional.empty());
  }

  /** Status 429 with a Retry-After header. */
  public static Respond throttled(Target target, Duration retryAfter) {
    return new Respond(429, JSON, body(target, 429), Optional.of(retryAfter));
  }

  /** Status 403 of a free resource whose volume is used up. */
  public static Respond quotaUsedUp(Duration replenishedIn) {
    String time =
        "%d.%02d:%02d:%02d"
            .formatted(
                replenishedIn.toDays(),
                replenishedIn.toHoursPart(),
                replenishedIn.toMinutesPart(),
                replenishedIn.toSecondsPart());
    return new Respond(
        403,
        JSON,
        "{\"statusCode\":403,\"message\":\"Out of call volume quota. Quota will be replenished in "
            + time
            + ".\"}",
        Optional.empty());
  }

  /** Status 200 with a body of this text, which need not be what a client expects. */
  public static Respond text(String body) {
    return new Respond(200, "text/plain", body, Optional.empty());
  }

  private static String body(Target target, int status) {
    String message = message(status);
    return target == Target.RECOGNITION && status == 400
        ? "{\"Message\":\"" + message + "\"}"
        : "{\"error\":{\"code\":\"" + status + "\",\"message\":\"" + message + "\"}}";
  }

  private static String message(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 ->
          "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide"
              + " a valid key for an active subscription and use a correct regional API endpoint for"
              + " your resource.";
      case 403 -> "Access denied due to Virtual Network/Firewall rules.";
      case 429 -> "Too many requests. Try again later.";
      default -> "The service is temporarily unable to process your request. Try again later.";
    };
  }
}
