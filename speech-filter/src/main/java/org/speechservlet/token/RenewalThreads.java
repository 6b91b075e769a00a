package org.speechservlet.token;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two threads of a web application's renewal, both daemons and named after it: one for timers,
 * which never blocks, and one for attempts, which is there only while it is needed. They are two
 * because whoever hangs, in a name server or in an application's code, cannot keep time.
 */
final class RenewalThreads implements Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(RenewalThreads.class);

  private static final long IDLE_SECONDS = 5;

  /** How long {@link #close()} waits for each of them to end. */
  private static final Duration END_LIMIT = Duration.ofSeconds(2);

  private final DaemonThreads timerThreads;
  private final DaemonThreads attemptThreads;
  private final ScheduledThreadPoolExecutor timers;
  private final ThreadPoolExecutor attempts;

  /**
   * Starts no thread yet.
   *
   * @param application the context path, for the threads' names
   * @param loader the application's class loader, for the code of the application that they run
   */
  RenewalThreads(String application, ClassLoader loader) {
    timerThreads = new DaemonThreads("speech-token " + application, loader);
    attemptThreads = new DaemonThreads("speech-token-io " + application, loader);
    timers = new ScheduledThreadPoolExecutor(1, timerThreads);
    timers.setRemoveOnCancelPolicy(true);
    attempts =
        new ThreadPoolExecutor(
            0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), attemptThreads);
  }

  AttemptThread attemptThread() {
    return new AttemptThread(attempts);
  }

  @Override
  public Scheduled schedule(Runnable task, Duration delay) {
    try {
      Future<?> future = timers.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException e) {
      // Closed: nothing is to happen any more.
      return () -> {};
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("A timer of the token renewal failed; please report this.", e);
    }
  }

  @Override
  public void close() {
    timers.shutdownNow();
    attempts.shutdownNow();
    boolean timersEnded = timerThreads.join(END_LIMIT);
    boolean attemptsEnded = attemptThreads.join(END_LIMIT);
    if (!timersEnded || !attemptsEnded) {
      LOG.warn(
          "A thread of the token renewal has not ended after {} s; it ends as soon as the name"
              + " server or the TokenSource that it waits for answers.",
          END_LIMIT.toSeconds());
    }
  }
}
