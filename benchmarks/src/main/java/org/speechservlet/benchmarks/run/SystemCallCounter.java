package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Counts the system calls of a process with {@code perf stat}, which costs it far less than a trace
 * would.
 */
final class SystemCallCounter {
  private static final String EVENT = "raw_syscalls:sys_enter";
  private static final int SECONDS_TO_END = 10;

  private final Process perf;
  private final Path result;

  private SystemCallCounter(Process perf, Path result) {
    this.perf = perf;
    this.result = result;
  }

  /** Whether this machine has {@code perf} and lets us count. */
  static boolean isAvailable() {
    try {
      Process trial = silently(List.of("perf", "stat", "-e", EVENT, "true"));
      return trial.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is none
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Begins to count, of all these processes and their threads. */
  static SystemCallCounter start(List<Long> pids) throws IOException {
    Path result = Files.createTempFile("system-calls", ".csv");
    String joined = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
    return new SystemCallCounter(
        silently(
            List.of("perf", "stat", "-x,", "-e", EVENT, "-o", result.toString(), "-p", joined)),
        result);
  }

  private static Process silently(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Ends, and tells how many there were; empty if that was not counted. */
  OptionalDouble stop() throws IOException, InterruptedException {
    // It tells its count when it is interrupted, not when it is terminated.
    silently(List.of("kill", "-INT", Long.toString(perf.pid()))).waitFor();
    if (!perf.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      perf.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(result);
    Files.delete(result);
    return lines.stream()
        .filter(line -> line.contains(EVENT) && line.matches("[0-9].*"))
        .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf(','))))
        .findFirst();
  }
}
