package org.speechservlet.servlet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.speechservlet.quota.Quota;
import org.speechservlet.quota.Reservation;

/** What users are told who take more than is theirs. */
final class QuotaProblems {
  /** Of draft-ietf-httpapi-ratelimit-headers (revision 10). */
  private static final String TYPE =
      "https://iana.org/assignments/http-problem-types#quota-exceeded";

  private static final String VIOLATED = "violated-policies";
  private static final String AT_ONCE = "at-once";

  /** A phrase takes some seconds. */
  private static final Duration A_PHRASE = Duration.ofSeconds(5);

  private QuotaProblems() {}

  /** There are too many recognitions of one user under way. */
  static Problem tooManyAtOnce(int limit) {
    return new Problem(
            429,
            TYPE,
            "Too much is dictated at once",
            "Only " + limit + " dictations of one user may be under way. Wait until one has ended.")
        .withMember(VIOLATED, List.of(AT_ONCE))
        .withHeaders(RateLimitFields.ofConcurrent(AT_ONCE, limit))
        .withHeader("Retry-After", seconds(A_PHRASE));
  }

  /** A user's audio is used up. */
  static Problem usedUp(Reservation reservation, Duration used) {
    List<Quota> exhausted = reservation.exhaustedAfter(used);
    Duration retryAfter = reservation.retryAfter(used);
    return new Problem(
            429,
            TYPE,
            "The audio that one user may dictate is used up",
            exhausted.stream().map(QuotaProblems::sentence).collect(Collectors.joining(" "))
                + " Try again in "
                + inWords(retryAfter)
                + ".")
        .withMember(VIOLATED, exhausted.stream().map(Quota::name).toList())
        .withHeaders(RateLimitFields.of(reservation.balancesAfter(used)))
        .withHeader("Retry-After", seconds(retryAfter));
  }

  private static String sentence(Quota quota) {
    return "One user may dictate " + inWords(quota.audio()) + " in any " + quota.name() + ".";
  }

  private static String inWords(Duration duration) {
    long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
    return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
  }
}
