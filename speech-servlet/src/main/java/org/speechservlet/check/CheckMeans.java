package org.speechservlet.check;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.speechservlet.upstream.Timers;

/**
 * What a check runs on.
 *
 * @param threads runs each task at once, on a thread that the task may block; two are used
 * @param timers elapsed time, and what is to happen later
 * @param clock this machine's clock
 * @param random for pauses between attempts
 * @param limit how long a check may take altogether
 */
public record CheckMeans(
    Executor threads, Timers timers, Clock clock, RandomGenerator random, Duration limit) {

  /** Less than the minute after which proxies give up a request that is not answered. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(50);
}
