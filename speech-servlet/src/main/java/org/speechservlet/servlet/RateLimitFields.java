package org.speechservlet.servlet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.speechservlet.quota.Balance;
import org.speechservlet.quota.Quota;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} of draft-ietf-httpapi-ratelimit-headers
 * (revision 10): lists of structured fields. Audio is counted in seconds, a unit that the draft's
 * registry does not have.
 */
final class RateLimitFields {
  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";
  private static final String UNIT = ";qu=\"audio-seconds\"";

  private RateLimitFields() {}

  static Map<String, String> of(List<Balance> balances) {
    return Map.of(
        POLICY,
        balances.stream().map(RateLimitFields::policy).collect(Collectors.joining(", ")),
        LIMIT,
        balances.stream().map(RateLimitFields::limit).collect(Collectors.joining(", ")));
  }

  private static String policy(Balance balance) {
    Quota quota = balance.quota();
    return name(quota.name())
        + ";q="
        + quota.audio().toSeconds()
        + UNIT
        + ";w="
        + quota.window().toSeconds();
  }

  private static String limit(Balance balance) {
    return name(balance.quota().name())
        + ";r="
        + balance.left().toSeconds()
        + ";t="
        + roundedUp(balance.untilFull());
  }

  /** Those of a limit on how many requests may be under way, which is reached. */
  static Map<String, String> ofConcurrent(String name, int limit) {
    return Map.of(
        POLICY,
        name(name) + ";q=" + limit + ";qu=\"concurrent-requests\"",
        LIMIT,
        name(name) + ";r=0");
  }

  private static String name(String name) {
    return '"' + name + '"';
  }

  private static long roundedUp(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
