package org.speechservlet.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
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
  private static final long END_SECONDS = 2;

  private final ScheduledThreadPoolExecutor timers;
  private final ThreadPoolExecutor attempts;

  /** Those that may be alive: a pool says that it has ended a moment before its threads have. */
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Starts no thread yet.
   *
   * @param application the context path, for the threads' names
   * @param loader the application's class loader, for the code of the application that they run
   */
  RenewalThreads(String application, ClassLoader loader) {
    timers = new ScheduledThreadPoolExecutor(1, daemons("speech-token " + application, loader));
    timers.setRemoveOnCancelPolicy(true);
    attempts =
        new ThreadPoolExecutor(
            0,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            daemons("speech-token-io " + application, loader));
  }

  private ThreadFactory daemons(String name, ClassLoader loader) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      remember(thread);
      return thread;
    };
  }

  private synchronized void remember(Thread thread) {
    threads.removeIf(known -> known.getState() == Thread.State.TERMINATED);
    threads.add(thread);
  }

  private synchronized List<Thread> threads() {
    return List.copyOf(threads);
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
    threads().forEach(RenewalThreads::awaitEnd);
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
      if (thread.isAlive()) {
        LOG.warn(
            "The thread '{}' has not ended after {} s; it ends as soon as the name server or the"
                + " TokenSource that it waits for answers.",
            thread.getName(),
            END_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
