package org.speechservlet.servlet;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.speechservlet.check.CheckMeans;
import org.speechservlet.check.CheckReport;
import org.speechservlet.check.CheckThreads;
import org.speechservlet.check.Installation;
import org.speechservlet.check.InstallationCheck;
import org.speechservlet.upstream.Timers;

/** The checks of one application, one at a time. Thread-safe. */
final class CheckRuns implements AutoCloseable {
  private final Installation installation;
  private final CheckThreads threads;
  private final CheckMeans means;
  private @Nullable InstallationCheck running;
  private boolean isClosed;

  CheckRuns(Installation installation, Timers timers) {
    this.installation = installation;
    this.threads = new CheckThreads("speech-check " + installation.name());
    this.means =
        new CheckMeans(
            threads, timers, Clock.systemUTC(), new SecureRandom(), CheckMeans.USUAL_LIMIT);
  }

  /** Starts one; returns null if there is one under way, or if there will be none any more. */
  @Nullable CompletableFuture<CheckReport> tryStart() {
    InstallationCheck check = new InstallationCheck(installation, means);
    synchronized (this) {
      if (isClosed || running != null) {
        return null;
      }
      running = check;
    }
    return check.start().whenComplete((report, error) -> ended());
  }

  private synchronized void ended() {
    running = null;
  }

  /** Ends what is under way, whose browser is told so. */
  @Override
  public void close() {
    InstallationCheck last = lock();
    if (last != null) {
      last.stop();
    }
    threads.close();
  }

  private synchronized @Nullable InstallationCheck lock() {
    isClosed = true;
    return running;
  }
}
