package org.speechservlet.benchmarks.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What Linux says about a process and those that it started (proc(5)). */
final class ProcessMeter {

  /** Linux tells processor time in this unit to programs, whatever it uses itself. */
  private static final double TICKS_PER_SECOND = 100;

  private static final double KIB_PER_MIB = 1024;

  /** Counted from behind the name, which may hold spaces. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private final ProcessHandle process;

  ProcessMeter(ProcessHandle process) {
    this.process = process;
  }

  /** Processor time until now, user and system. */
  double cpuSeconds() {
    return sum(ProcessMeter::cpuSeconds);
  }

  /** The most memory that was resident so far; of several processes the sum, shared pages too. */
  double peakMebibytes() {
    return sum(folder -> status(folder, "VmHWM:") / KIB_PER_MIB);
  }

  /** Threads now. */
  double threads() {
    return sum(folder -> status(folder, "Threads:"));
  }

  /** The process and those that it started. */
  List<Long> pids() {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(ProcessHandle::pid)
        .toList();
  }

  private double sum(ToDoubleFunction<Path> figure) {
    return pids().stream().map(pid -> Path.of("/proc", pid.toString())).mapToDouble(figure).sum();
  }

  private static double cpuSeconds(Path folder) {
    String stat = read(folder.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        / TICKS_PER_SECOND;
  }

  private static double status(Path folder, String name) {
    return read(folder.resolve("status"))
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(
            line -> Double.parseDouble(line.substring(name.length()).strip().split(" ", 2)[0]))
        .findFirst()
        .orElse(0);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
