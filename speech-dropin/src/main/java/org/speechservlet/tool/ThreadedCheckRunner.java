package org.speechservlet.tool;

import java.security.SecureRandom;
import java.time.Clock;
import org.speechservlet.check.CheckMeans;
import org.speechservlet.check.CheckReport;
import org.speechservlet.check.CheckThreads;
import org.speechservlet.check.Installation;
import org.speechservlet.check.InstallationCheck;
import org.speechservlet.config.SettingsReading;
import org.speechservlet.upstream.SystemTimers;

/** Runs a check on daemon threads, which keep no process from ending. */
final class ThreadedCheckRunner implements CheckRunner {
  private static final String NAME = "speech-check";

  @Override
  public CheckReport run(SettingsReading reading) {
    try (SystemTimers timers = new SystemTimers(NAME + "-timer");
        CheckThreads threads = new CheckThreads(NAME)) {
      CheckMeans means =
          new CheckMeans(
              threads, timers, Clock.systemUTC(), new SecureRandom(), CheckMeans.USUAL_LIMIT);
      return new InstallationCheck(new Installation("", reading, null), means).start().join();
    }
  }
}
